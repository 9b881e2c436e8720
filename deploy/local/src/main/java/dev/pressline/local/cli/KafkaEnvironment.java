package dev.pressline.local.cli;

import dev.pressline.local.process.LaunchException;
import dev.pressline.local.watch.KafkaAccess;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.AdminClientConfig;

/**
 * The brokers that the environment names, and how they want to be spoken to, by the variables that
 * the services read, such as {@code KAFKA_SECURITY_PROTOCOL}.
 *
 * @param variables the environment
 */
record KafkaEnvironment(Map<String, String> variables) {

    /** How to reach them; throws {@link LaunchException} when it does not say where they are. */
    KafkaAccess access() {
        Map<String, String> settings = new HashMap<>();
        for (String setting : AdminClientConfig.configNames()) {
            given(setting).ifPresent(value -> settings.put(setting, value));
        }
        if (!settings.containsKey(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG)) {
            throw new LaunchException(
                    "set " + variable(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG));
        }
        return new KafkaAccess(settings);
    }

    private Optional<String> given(String setting) {
        return Optional.ofNullable(variables.get(variable(setting)))
                .filter(value -> !value.isBlank());
    }

    private static String variable(String setting) {
        return "KAFKA_" + setting.toUpperCase(Locale.ROOT).replace('.', '_');
    }
}
