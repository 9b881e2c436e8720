package dev.pressline.contract.wire;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;

/** A value of a closed set, with its spelling on the wire. The enums of the contract are such. */
public interface Spelled {

    /** The spelling on the wire. */
    @JsonValue
    String text();

    /** The value with a spelling, or empty where none of them has it. */
    static <T extends Spelled> Optional<T> find(T[] values, String text) {
        for (T value : values) {
            if (value.text().equals(text)) {
                return Optional.of(value);
            }
        }
        return Optional.empty();
    }
}
