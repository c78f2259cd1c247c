package com.example;

/** Its class file is deleted before anything runs. */
public class Lost {}
