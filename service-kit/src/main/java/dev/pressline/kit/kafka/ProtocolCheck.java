package dev.pressline.kit.kafka;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;

/**
 * Refuses to start, before the first client connects, where brokers speak TLS and the clients are
 * told not to: those would run out of memory.
 */
@ApplicationScoped
class ProtocolCheck {

    private final Map<String, Object> settings;

    ProtocolCheck(@Identifier("default-kafka-broker") Map<String, Object> settings) {
        this.settings = settings;
    }

    void start(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent event) {
        String protocol = text(CommonClientConfigs.SECURITY_PROTOCOL_CONFIG, "PLAINTEXT");
        String servers = text(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, "");
        boolean withoutTls = protocol.endsWith("PLAINTEXT");
        if (withoutTls && BrokerProtocol.speaksTls(List.of(servers.split("\\s*,\\s*")))) {
            throw new IllegalStateException(
                    "the brokers at "
                            + servers
                            + " speak TLS: set kafka.security.protocol to SSL or SASL_SSL, it is "
                            + protocol);
        }
    }

    private String text(String setting, String usual) {
        return String.valueOf(settings.getOrDefault(setting, usual)).strip();
    }
}
