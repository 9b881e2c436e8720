package dev.pressline.normalize.convert.source;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pressline.contract.document.Block;
import java.util.List;

/**
 * Turns the {@code content} of one format into blocks. Tolerant: a value of the wrong shape gives
 * no block or a placeholder, never an exception. Implementations are pure and thread-safe.
 */
@FunctionalInterface
public interface BodyConverter {

    /**
     * The blocks of a body in reading order; empty when it holds nothing to read. A part nobody
     * knows becomes a {@link Block.Unknown}, also a body that is kept in another record or blob.
     */
    List<Block> convert(JsonNode content, ConversionContext context);
}
