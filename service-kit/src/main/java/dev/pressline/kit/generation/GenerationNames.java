package dev.pressline.kit.generation;

import dev.pressline.contract.event.Generation;
import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.ConfigValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.jspecify.annotations.Nullable;

/**
 * Names that depend on {@code pressline.generation}, for channels and clients that take theirs from
 * settings: {@code generation.topic.<topic>} and {@code generation.group.<group>}, each under the
 * name that it has in the first generation. Throws, so that the service does not start, when the
 * setting is no name of a generation.
 */
public final class GenerationNames implements ConfigSourceFactory {

    private static final String SETTING = "pressline.generation";
    private static final String TOPIC = "generation.topic.";
    private static final String GROUP = "generation.group.";

    @Override
    public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
        Generation own =
                Optional.ofNullable(context.getValue(SETTING))
                        .map(ConfigValue::getValue)
                        .filter(name -> !name.isBlank())
                        .map(Generation::parse)
                        .orElse(Generation.FIRST);
        return List.of(new Names(names(own)));
    }

    private static Map<String, String> names(Generation own) {
        Stream<Map.Entry<String, String>> topics =
                Generation.FIRST.topics().stream()
                        .map(topic -> Map.entry(TOPIC + topic, own.topic(topic)));
        Stream<Map.Entry<String, String>> groups =
                Generation.FIRST.groups().stream()
                        .map(group -> Map.entry(GROUP + group, own.group(group)));
        return Stream.concat(topics, groups)
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private record Names(Map<String, String> values) implements ConfigSource {

        @Override
        public Set<String> getPropertyNames() {
            return values.keySet();
        }

        @Override
        public @Nullable String getValue(String name) {
            return values.get(name);
        }

        @Override
        public String getName() {
            return "names of the generation";
        }
    }
}
