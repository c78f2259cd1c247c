package com.example;

import io.github.mavenfuzz.api.FuzzTest;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.junit.jupiter.api.Tag;

/** What the fuzz tests of all modules have in common. */
@Retention(RetentionPolicy.RUNTIME)
@FuzzTest
@Tag("roundtrip")
public @interface Roundtrip {}
