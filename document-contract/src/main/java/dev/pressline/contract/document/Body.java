package dev.pressline.contract.document;

import java.util.List;

/**
 * The body of a document in blocks; {@code source} is {@code text}, {@code none}, or the {@code
 * $type} it was converted from. Immutable.
 */
public record Body(String source, List<Block> blocks) {}
