/** The agent of a worker JVM: changes the classes that the JVM loads. */
package io.github.mavenfuzz.agent;
