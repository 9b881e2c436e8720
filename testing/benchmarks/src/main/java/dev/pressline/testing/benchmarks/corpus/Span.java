package dev.pressline.testing.benchmarks.corpus;

/**
 * A run of text in one style: {@code ' '} plain, {@code b} bold, {@code i} italic, {@code c} code,
 * {@code l} link. Immutable.
 */
record Span(String text, char style, String uri) {}
