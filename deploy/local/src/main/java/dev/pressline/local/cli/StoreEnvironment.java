package dev.pressline.local.cli;

import dev.pressline.local.embedded.EmbeddedStore;
import dev.pressline.local.embedded.KeyPair;
import dev.pressline.local.generation.StoreAccess;
import dev.pressline.local.pipeline.Addresses;
import dev.pressline.local.process.LaunchException;
import java.util.Map;

/**
 * The store that the environment names, by the variables that the services read.
 *
 * @param variables the environment
 */
record StoreEnvironment(Map<String, String> variables) {

    private static final String PREFIX = "PRESSLINE_STORE_";

    /** That store, or the one of the local pipeline where it names none. */
    StoreAccess accessOr(DataOption data) {
        return isGiven() ? access() : StoreAccess.of(data.running().addresses());
    }

    private boolean isGiven() {
        return !variables.getOrDefault(PREFIX + "ENDPOINT", "").isBlank();
    }

    /** How to reach it; throws {@link LaunchException} naming the variable that is missing. */
    StoreAccess access() {
        return new StoreAccess(
                required(PREFIX + "ENDPOINT"),
                or(PREFIX + "REGION", EmbeddedStore.REGION),
                new KeyPair(required(PREFIX + "ACCESS_KEY"), required(PREFIX + "SECRET_KEY")),
                or(PREFIX + "SITE_BUCKET", Addresses.SITE_BUCKET),
                or(PREFIX + "VALUES_BUCKET", Addresses.VALUES_BUCKET));
    }

    private String or(String name, String usual) {
        return variables.getOrDefault(name, usual);
    }

    /** A variable; throws {@link LaunchException} when it is not there. */
    private String required(String name) {
        String value = variables.get(name);
        if (value == null || value.isBlank()) {
            throw new LaunchException("set " + name);
        }
        return value;
    }
}
