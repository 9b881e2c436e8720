package dev.pressline.normalize.text;

/** A stretch of a text, from {@code start} to before {@code end}, and its style. Immutable. */
public record Mark(int start, int end, Style style) {}
