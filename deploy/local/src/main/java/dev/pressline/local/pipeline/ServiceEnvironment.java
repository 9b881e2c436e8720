package dev.pressline.local.pipeline;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * The settings of the services as environment variables: no list of processes shows them, and a
 * deployment in containers names them alike. Stateless.
 */
final class ServiceEnvironment {

    /** Else glibc keeps one for each thread, and with it memory that RocksDB has freed. */
    private static final String ALLOCATION_ARENAS = "2";

    private ServiceEnvironment() {}

    static Map<String, String> of(
            Service service, Addresses addresses, String publicUrl, Path data) {
        Map<String, String> settings = new HashMap<>();
        listen(settings, addresses.of(service));
        settings.put("KAFKA_BOOTSTRAP_SERVERS", addresses.bootstrapServers());
        settings.put("PRESSLINE_STORE_ENDPOINT", addresses.storeEndpoint());
        settings.put("PRESSLINE_STORE_ACCESS_KEY", addresses.storeKeys().accessKey());
        settings.put("PRESSLINE_STORE_SECRET_KEY", addresses.storeKeys().secretKey());
        settings.put("PRESSLINE_STORE_SITE_BUCKET", Addresses.SITE_BUCKET);
        settings.put("PRESSLINE_STORE_VALUES_BUCKET", Addresses.VALUES_BUCKET);
        settings.put("PRESSLINE_JSON_LOGS", "false");
        settings.put("MALLOC_ARENA_MAX", ALLOCATION_ARENAS);
        switch (service) {
            case INGEST -> settings.put("PRESSLINE_INGEST_PUSH_TOKEN", addresses.pushToken());
            case NORMALIZE -> {}
            case RENDER -> {
                settings.put("PRESSLINE_PUBLIC_URL", publicUrl);
                settings.put(
                        "PRESSLINE_RENDER_SEARCH_DIRECTORY",
                        data.resolve("render-search").toString());
                settings.put("KAFKA_STREAMS_STATE_DIR", data.resolve("render-state").toString());
            }
        }
        return settings;
    }

    private static void listen(Map<String, String> settings, ServiceAddress address) {
        settings.put("QUARKUS_HTTP_HOST", "localhost");
        settings.put("QUARKUS_HTTP_PORT", Integer.toString(address.http().getPort()));
        settings.put("QUARKUS_MANAGEMENT_HOST", "localhost");
        settings.put("QUARKUS_MANAGEMENT_PORT", Integer.toString(address.management().getPort()));
    }
}
