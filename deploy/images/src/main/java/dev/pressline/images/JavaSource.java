package dev.pressline.images;

/** Where the Java runtime of an image comes from. */
public enum JavaSource {
    /** Linked from the JDK that builds, so for the platform of this machine only. */
    LINKED,
    /** With the base, which has it for every platform that it is made for. */
    BASE
}
