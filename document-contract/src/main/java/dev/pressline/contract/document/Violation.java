package dev.pressline.contract.document;

/**
 * A breach of the lexicon, reported and never a reason to reject: {@code field} is a JSON pointer,
 * {@code constraint} the keyword of the lexicon language. Immutable.
 */
public record Violation(String field, String constraint, String message) {}
