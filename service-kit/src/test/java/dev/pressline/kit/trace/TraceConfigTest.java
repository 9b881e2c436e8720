package dev.pressline.kit.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TraceConfigTest {

    private static TraceConfig read(Map<String, String> settings) {
        return new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(TraceConfig.class)
                .withDefaultValues(settings)
                .build()
                .getConfigMapping(TraceConfig.class);
    }

    @Test
    void traces_bothSettingsAbsent_areOff() {
        TraceConfig config = read(Map.of());
        assertThat(config.endpoint()).isEmpty();
        assertThat(config.ratio()).isEqualTo(0.01);
        TraceBeans beans = new TraceBeans();
        assertThat(beans.traces(config, "test", "1")).isSameAs(Traces.OFF);
        beans.close();
    }

    @Test
    void traces_withAnEndpoint_areSentThereInTheShareGiven() {
        TraceConfig config =
                read(
                        Map.of(
                                "pressline.traces.endpoint",
                                "http://localhost:4318/v1/traces",
                                "pressline.traces.ratio",
                                "0.5"));
        assertThat(config.endpoint()).contains(URI.create("http://localhost:4318/v1/traces"));
        assertThat(config.ratio()).isEqualTo(0.5);
        TraceBeans beans = new TraceBeans();
        assertThat(beans.traces(config, "test", "1")).isNotSameAs(Traces.OFF);
        beans.close();
    }
}
