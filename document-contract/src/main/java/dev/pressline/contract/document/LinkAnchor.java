package dev.pressline.contract.document;

import java.util.Optional;

/**
 * A link of the text whose target may be lost: {@code href} is absent when nobody can know it.
 * Immutable.
 */
public record LinkAnchor(String text, Optional<String> href, Certainty certainty) {}
