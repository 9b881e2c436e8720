package dev.pressline.contract.identifier;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;

/**
 * A content identifier of any version 1 form: the lexicon format {@code cid}, which looks at the
 * characters only. {@link Cid} is the form that records and blobs really have. Immutable.
 *
 * @param value the text form, 8 to 256 ASCII letters, digits, {@code +} and {@code =}
 */
public record AnyCid(@JsonValue String value) {

    private static final int MIN_LENGTH = 8;
    private static final int MAX_LENGTH = 256;
    private static final String VERSION_0 = "Qm";

    /** Checks the syntax; throws {@link InvalidIdentifierException} naming the fault. */
    @JsonCreator
    public AnyCid {
        if (value.length() < MIN_LENGTH || value.length() > MAX_LENGTH) {
            throw new InvalidIdentifierException(
                    "CID", value, "is not " + MIN_LENGTH + " to " + MAX_LENGTH + " characters");
        }
        if (!value.chars().allMatch(c -> Ascii.isLetterOrDigit(c) || c == '+' || c == '=')) {
            throw new InvalidIdentifierException(
                    "CID", value, "holds a character outside A-Za-z0-9+=");
        }
        if (value.startsWith(VERSION_0)) {
            throw new InvalidIdentifierException("CID", value, "is of version 0");
        }
    }

    /** Reads one; throws {@link InvalidIdentifierException} naming the fault. */
    public static AnyCid parse(String text) {
        return new AnyCid(text);
    }

    /** The same CID in the form that records and blobs have, or empty where it is none. */
    public Optional<Cid> blessed() {
        try {
            return Optional.of(Cid.parse(value));
        } catch (InvalidIdentifierException e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
