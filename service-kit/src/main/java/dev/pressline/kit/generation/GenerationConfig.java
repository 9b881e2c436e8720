package dev.pressline.kit.generation;

import dev.pressline.contract.event.Generation;
import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** Which generation a service works for. */
@ConfigMapping(prefix = "pressline")
public interface GenerationConfig {

    /** Its name, {@code [a-z0-9]{1,16}}; the first one if absent. */
    Optional<String> generation();

    /** The generation; throws when its name is none. */
    default Generation own() {
        return generation().map(Generation::parse).orElse(Generation.FIRST);
    }
}
