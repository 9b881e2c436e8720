package dev.pressline.ingest.http;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pressline.ingest.config.IngestConfig;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Tokens as they are configured. */
class PushClientsTest {

    private static final String NAMED = "pressline.ingest.push.tokens.";

    private static PushClients clients(Map<String, String> settings) {
        IngestConfig config =
                new SmallRyeConfigBuilder()
                        .addDiscoveredConverters()
                        .withMapping(IngestConfig.class)
                        .withDefaultValues(settings)
                        .build()
                        .getConfigMapping(IngestConfig.class);
        return new PushClients(config, new SimpleMeterRegistry());
    }

    @Test
    void clients_withBlankToken_namesWhose() {
        assertThatThrownBy(() -> clients(Map.of(NAMED + "alice", "  ")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("alice");
    }

    @Test
    void clients_withTheSameTokenTwice_areRefusedWithoutSayingIt() {
        assertThatThrownBy(() -> clients(Map.of(NAMED + "alice", "t0p", NAMED + "bob", "t0p")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(NAMED)
                .hasMessageNotContaining("t0p");
    }

    @Test
    void clients_withTwoTokensOfTheDefaultClient_areRefused() {
        assertThatThrownBy(
                        () ->
                                clients(
                                        Map.of(
                                                "pressline.ingest.push-token",
                                                "a",
                                                NAMED + "default",
                                                "b")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(NAMED + "default");
    }
}
