/**
 * Micro-benchmarks of what a worker does for each run besides running the target, and of what it
 * was chosen over. They depend on nothing but what the engine's packages make public.
 */
package io.github.mavenfuzz.bench.micro;
