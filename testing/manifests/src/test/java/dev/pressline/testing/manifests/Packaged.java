package dev.pressline.testing.manifests;

import dev.pressline.kit.config.ServiceSettings;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What the packaged services read, looked up once. Thread-safe. */
final class Packaged {

    private static final Map<String, ServiceSettings> KNOWN = new ConcurrentHashMap<>();

    private Packaged() {}

    static ServiceSettings settings(String service) {
        return KNOWN.computeIfAbsent(service, Packaged::read);
    }

    private static ServiceSettings read(String service) {
        try {
            return ServiceSettings.of(Deploy.root().resolve(service + "-service"));
        } catch (Exception e) {
            throw new IllegalStateException(service + " is not packaged", e);
        }
    }
}
