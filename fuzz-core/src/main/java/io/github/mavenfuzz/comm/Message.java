package io.github.mavenfuzz.comm;

/** What goes over the connection. */
public sealed interface Message permits Call, Response {}
