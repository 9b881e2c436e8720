package dev.pressline.kit.generation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.pressline.contract.event.Generation;
import dev.pressline.contract.identifier.InvalidIdentifierException;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GenerationNamesTest {

    private static SmallRyeConfig config(Map<String, String> environment) {
        return new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withSources(new EnvConfigSource(environment, 300))
                .withSources(new GenerationNames())
                .withMapping(GenerationConfig.class)
                .withDefaultValue("group", "${generation.group.render-press}")
                .withDefaultValue("topic", "${generation.topic.pressline.jobs.v1}")
                .build();
    }

    private static Generation own(SmallRyeConfig config) {
        return config.getConfigMapping(GenerationConfig.class).own();
    }

    @Test
    void settings_withoutAGeneration_haveTheNamesOfTheFirst() {
        // When
        SmallRyeConfig config = config(Map.of());

        // Then
        assertThat(own(config)).isEqualTo(Generation.FIRST);
        assertThat(config.getValue("group", String.class)).isEqualTo("render-press");
        assertThat(config.getValue("topic", String.class)).isEqualTo("pressline.jobs.v1");
        assertThat(own(config(Map.of("PRESSLINE_GENERATION", "")))).isEqualTo(Generation.FIRST);
    }

    @Test
    void settings_withAGeneration_haveItsNames() {
        // When
        SmallRyeConfig config =
                config(Map.of("PRESSLINE_GENERATION", "b", "PRESSLINE_NOT_OURS", "x"));

        // Then
        assertThat(own(config)).isEqualTo(Generation.parse("b"));
        assertThat(config.getValue("group", String.class)).isEqualTo("render-press.b");
        assertThat(config.getValue("topic", String.class)).isEqualTo("pressline.jobs.v1.b");
    }

    @Test
    void settings_withWhatIsNoGeneration_areRefusedByName() {
        assertThatExceptionOfType(InvalidIdentifierException.class)
                .isThrownBy(() -> config(Map.of("PRESSLINE_GENERATION", "Not One")))
                .withMessageContaining("generation")
                .withMessageContaining("Not One");
    }
}
