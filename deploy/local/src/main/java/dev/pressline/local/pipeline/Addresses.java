package dev.pressline.local.pipeline;

import dev.pressline.local.embedded.KeyPair;
import dev.pressline.local.embedded.StoreClient;
import io.minio.MinioClient;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;

/**
 * Where everything of a running pipeline is, and the secrets to enter it. Immutable.
 *
 * @param bootstrapServers of the broker
 * @param clusterId which broker that is
 * @param storeEndpoint the S3 base URL
 * @param storeKeys what requests to the store are signed with
 * @param services where each service listens
 * @param pushToken what {@code POST /records} asks for as Bearer token
 */
public record Addresses(
        String bootstrapServers,
        String clusterId,
        String storeEndpoint,
        KeyPair storeKeys,
        Map<Service, ServiceAddress> services,
        String pushToken) {

    /** The bucket of pages, feeds and blobs. */
    public static final String SITE_BUCKET = "pressline-site";

    /** The bucket of values too large for a topic. */
    public static final String VALUES_BUCKET = "pressline-values";

    /** Both buckets. */
    public static final List<String> BUCKETS = List.of(SITE_BUCKET, VALUES_BUCKET);

    /** Takes a copy of the map. */
    public Addresses {
        services = Map.copyOf(services);
    }

    /** Where one service listens. */
    public ServiceAddress of(Service service) {
        ServiceAddress address = services.get(service);
        if (address == null) {
            throw new IllegalStateException(service.title() + " has no address");
        }
        return address;
    }

    /** The same with one service elsewhere. */
    Addresses with(Service service, ServiceAddress elsewhere) {
        Map<Service, ServiceAddress> others = new EnumMap<>(services);
        others.put(service, elsewhere);
        return new Addresses(
                bootstrapServers, clusterId, storeEndpoint, storeKeys, others, pushToken);
    }

    /** A new administrator's client of the broker; the caller closes it. */
    public Admin admin() {
        return Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers));
    }

    /** A new client of the store; the caller closes it. */
    public MinioClient store() {
        return StoreClient.open(storeEndpoint, storeKeys);
    }

    @Override
    public String toString() {
        return "Addresses[" + bootstrapServers + ", " + storeEndpoint + ", " + services + "]";
    }
}
