/** What a project imports. */
package io.github.mavenfuzz.api;
