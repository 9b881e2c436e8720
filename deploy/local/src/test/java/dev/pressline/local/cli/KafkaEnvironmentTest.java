package dev.pressline.local.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pressline.local.process.LaunchException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KafkaEnvironmentTest {

    @Test
    void variablesOfServices_areSettingsOfTheClient_andOthersAreNot() {
        KafkaEnvironment environment =
                new KafkaEnvironment(
                        Map.of(
                                "KAFKA_BOOTSTRAP_SERVERS", "kafka:9093",
                                "KAFKA_SECURITY_PROTOCOL", "SASL_SSL",
                                "KAFKA_SASL_JAAS_CONFIG", "secret;",
                                "KAFKA_SSL_TRUSTSTORE_LOCATION", " ",
                                "KAFKA_HEAP_OPTS", "-Xmx1g"));

        assertThat(environment.access().settings())
                .containsOnly(
                        Map.entry("bootstrap.servers", "kafka:9093"),
                        Map.entry("security.protocol", "SASL_SSL"),
                        Map.entry("sasl.jaas.config", "secret;"));
        assertThat(environment.access()).hasToString("kafka:9093");
    }

    @Test
    void withoutBrokers_theVariableIsNamed() {
        KafkaEnvironment environment = new KafkaEnvironment(Map.of());

        assertThatThrownBy(environment::access)
                .isInstanceOf(LaunchException.class)
                .hasMessage("set KAFKA_BOOTSTRAP_SERVERS");
    }
}
