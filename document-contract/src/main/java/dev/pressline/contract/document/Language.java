package dev.pressline.contract.document;

/**
 * The language of a document, a BCP 47 tag; {@code source} is {@code declared} or {@code detected}.
 * Immutable.
 */
public record Language(String tag, String source) {}
