package dev.pressline.render.job;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.pressline.contract.serde.ContractJson;
import dev.pressline.contract.serde.UnreadableValueException;
import java.io.IOException;

/** The JSON of jobs and memberships. Stateless. */
public final class JobJson {

    private JobJson() {}

    /** The bytes of a value. */
    public static <T> byte[] write(Class<T> type, T value) {
        try {
            return ContractJson.mapper().writerFor(type).writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a value of ours cannot be written", e);
        }
    }

    /** Reads a value; throws {@link UnreadableValueException}. */
    public static <T> T read(Class<T> type, byte[] json) {
        try {
            return ContractJson.mapper().readValue(json, type);
        } catch (IOException e) {
            throw new UnreadableValueException(
                    "not a " + type.getSimpleName() + ": " + e.getMessage());
        }
    }
}
