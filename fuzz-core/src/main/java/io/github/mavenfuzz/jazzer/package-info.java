/**
 * What targets written for Jazzer use of its API, made by this engine. The only package that knows
 * the API, which a project need not have: what is here is loaded for targets that name the API
 * themselves.
 */
package io.github.mavenfuzz.jazzer;
