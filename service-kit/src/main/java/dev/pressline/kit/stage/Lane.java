package dev.pressline.kit.stage;

import dev.pressline.contract.event.EventKey;
import dev.pressline.contract.identifier.InvalidIdentifierException;
import org.jspecify.annotations.Nullable;

/** What a stage keeps in order: the records of one lane are handled one after another. */
public enum Lane {

    /** All records of an account, its states among them: for records that depend on each other. */
    ACCOUNT {
        @Override
        String of(String key) {
            try {
                return EventKey.parse(key).did().value();
            } catch (InvalidIdentifierException e) {
                return key;
            }
        }
    },

    /** The records of one key: for jobs whose outputs nobody else writes. */
    KEY {
        @Override
        String of(String key) {
            return key;
        }
    };

    abstract String of(String key);

    /** The lane of a record; those without a key share one. */
    String ofRecord(@Nullable String key) {
        return key == null ? "" : of(key);
    }
}
