package dev.pressline.contract.document;

/**
 * A short text about a document; {@code source} is {@code description} or {@code first-sentences}.
 * Immutable.
 */
public record Summary(String text, String source) {}
