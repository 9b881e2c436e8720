package dev.pressline.testing.faults.rig;

import dev.pressline.local.intake.IngestClient;
import dev.pressline.local.pipeline.Addresses;
import dev.pressline.local.pipeline.Service;
import dev.pressline.local.process.LaunchException;
import dev.pressline.local.process.Patience;
import dev.pressline.local.watch.PipelineProbe;
import dev.pressline.testing.faults.oracle.LogEntry;
import dev.pressline.testing.faults.oracle.Observation;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/**
 * Brokers, a store and the three services, each a process of its own that can be killed, and
 * proxies between them. Of each service one replica runs, until more are added. Not thread-safe,
 * but for {@link #written}.
 */
public final class Rig implements AutoCloseable {

    /** The base URL of the site, which is in the bytes of its pages. */
    public static final String PUBLIC_URL = "https://press.example";

    /**
     * The consumers that are missed sooner than in earnest when they have died: lines wait for
     * that.
     */
    private static final Map<Service, List<String>> CONSUMERS =
            Map.of(
                    Service.NORMALIZE,
                    List.of("MP_MESSAGING_INCOMING_RAW"),
                    Service.RENDER,
                    List.of("MP_MESSAGING_INCOMING_JOBS", "KAFKA_STREAMS"));

    /** Channels are printed sooner than in earnest, so that a short load has many of them. */
    private static final Map<String, String> HURRIED =
            Map.of(
                    "PRESSLINE_RENDER_INDEX_LONGEST_WAIT", "1S",
                    "PRESSLINE_RENDER_INDEX_LONGEST_WAIT_BEHIND", "2S");

    private static final Patience UNTIL_QUIET =
            new Patience(Duration.ofSeconds(300), Duration.ofMillis(300));
    private static final Patience LONG =
            new Patience(Duration.ofSeconds(300), Duration.ofMillis(20));

    private final Path directory;
    private final Brokers brokers;
    private final Store store;
    private final Map<String, String> pace;
    private final String token;
    private final Map<Service, List<Replica>> replicas = new EnumMap<>(Service.class);
    private final Admin admin;
    private int named;

    private Rig(Path directory, int nodes, boolean isStoreOnSmallDisk, Map<String, String> pace) {
        this.directory = directory;
        this.pace = pace;
        Identity identity = Identity.in(directory);
        this.token = identity.token();
        this.brokers = Brokers.start(directory, nodes, identity.clusterId());
        this.admin = brokers.admin();
        this.store = Store.start(directory, isStoreOnSmallDisk, identity.keys());
    }

    /** Starts one with so many brokers, which takes any load. */
    public static Rig start(Path directory, int nodes) {
        return start(new Rig(directory, nodes, false, HURRIED));
    }

    /**
     * Starts one that prints as seldom as in earnest, for a load that is long; where one lies in
     * the directory that was closed, it is that.
     */
    public static Rig startInEarnest(Path directory, int nodes) {
        return start(new Rig(directory, nodes, false, Map.of()));
    }

    /** Starts one whose store is on a disk that can be filled, where that is possible. */
    public static Rig startOnSmallDisk(Path directory, int nodes) {
        return start(new Rig(directory, nodes, true, HURRIED));
    }

    private static Rig start(Rig rig) {
        try {
            for (Service service : Service.values()) {
                rig.replicas.put(service, new ArrayList<>(List.of(rig.newReplica(service))));
            }
            rig.all().forEach(Replica::awaitReady);
            return rig;
        } catch (RuntimeException e) {
            rig.close();
            throw e;
        }
    }

    private Replica newReplica(Service service) {
        String name = service.title() + '-' + ++named;
        return Replica.start(service, name, settings(service), directory);
    }

    private Map<String, String> settings(Service service) {
        Map<String, String> settings = new HashMap<>();
        settings.put("KAFKA_BOOTSTRAP_SERVERS", brokers.bootstrapServers());
        settings.put("PRESSLINE_STORE_ENDPOINT", store.endpoint());
        settings.put("PRESSLINE_STORE_ACCESS_KEY", store.keys().accessKey());
        settings.put("PRESSLINE_STORE_SECRET_KEY", store.keys().secretKey());
        settings.put("PRESSLINE_STORE_SITE_BUCKET", Addresses.SITE_BUCKET);
        settings.put("PRESSLINE_STORE_VALUES_BUCKET", Addresses.VALUES_BUCKET);
        settings.put("PRESSLINE_INGEST_PUSH_TOKEN", token);
        settings.put("PRESSLINE_PUBLIC_URL", PUBLIC_URL);
        settings.put("PRESSLINE_NORMALIZE_LOOK_UPS_ENABLED", "false");
        settings.put("PRESSLINE_RENDER_SEARCH_ENABLED", "false");
        settings.putAll(pace);
        settings.put("PRESSLINE_JSON_LOGS", "false");
        settings.put("MALLOC_ARENA_MAX", "2");
        for (String consumer : CONSUMERS.getOrDefault(service, List.of())) {
            settings.put(consumer + "_SESSION_TIMEOUT_MS", "4000");
            settings.put(consumer + "_HEARTBEAT_INTERVAL_MS", "1000");
        }
        return settings;
    }

    private List<Replica> all() {
        return replicas.values().stream().flatMap(List::stream).toList();
    }

    /** The brokers. */
    public Brokers brokers() {
        return brokers;
    }

    /** The store. */
    public Store store() {
        return store;
    }

    /** The first replica of a service. */
    public Replica replica(Service service) {
        return of(service).getFirst();
    }

    private List<Replica> of(Service service) {
        return replicas.getOrDefault(service, List.of());
    }

    /** A new clock, right for the time being, by which replicas can be started. */
    public FalseClock newClock() {
        return FalseClock.right(directory);
    }

    /** Starts one more replica of a service, and waits until it is ready. */
    public Replica addReplica(Service service) {
        Replica replica = newReplica(service);
        replicas.computeIfAbsent(service, each -> new ArrayList<>()).add(replica);
        replica.awaitReady();
        return replica;
    }

    /** Has the last replica of a service stop. */
    public void removeReplica(Service service) {
        List<Replica> running = of(service);
        running.getLast().terminate();
        running.removeLast();
    }

    /** A new client of ingest; the caller closes it. */
    IngestClient ingest() {
        return new IngestClient(replica(Service.INGEST).address().http(), token);
    }

    /** How many records were ever written to a topic; empty while the brokers do not tell. */
    public Optional<Long> written(String topic) {
        try {
            Map<TopicPartition, OffsetSpec> ends =
                    IntStream.range(0, Brokers.PARTITIONS)
                            .mapToObj(p -> new TopicPartition(topic, p))
                            .collect(Collectors.toMap(p -> p, p -> OffsetSpec.latest()));
            return Optional.of(
                    admin.listOffsets(ends).all().get().values().stream()
                            .mapToLong(each -> each.offset())
                            .sum());
        } catch (ExecutionException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LaunchException("interrupted while asking for offsets", e);
        }
    }

    /** Waits until so many records were written to a topic. */
    public void awaitWritten(String topic, long records) {
        LONG.await(
                records + " records on " + topic, () -> written(topic).filter(n -> n >= records));
    }

    /** How many members of each of these groups have partitions. */
    public Map<String, Integer> members(List<String> groups) {
        try {
            return admin.describeConsumerGroups(groups).all().get().entrySet().stream()
                    .collect(Collectors.toMap(Map.Entry::getKey, each -> busy(each.getValue())));
        } catch (ExecutionException e) {
            throw new LaunchException("groups cannot be described", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LaunchException("interrupted while asking for groups", e);
        }
    }

    private static int busy(ConsumerGroupDescription group) {
        return (int)
                group.members().stream()
                        .filter(member -> !member.assignment().topicPartitions().isEmpty())
                        .count();
    }

    /** Waits until in each of these groups more members have partitions than so many. */
    public void awaitMoreMembers(Map<String, Integer> before) {
        LONG.await(
                "more members than " + before,
                () -> {
                    Map<String, Integer> now = members(List.copyOf(before.keySet()));
                    boolean isMore =
                            before.entrySet().stream()
                                    .allMatch(
                                            each ->
                                                    now.getOrDefault(each.getKey(), 0)
                                                            > each.getValue());
                    return isMore ? Optional.of(true) : Optional.empty();
                });
    }

    /** What looks at the first replica of each service from outside; the caller closes it. */
    public PipelineProbe probe() {
        return new PipelineProbe(view(0));
    }

    /** Waits until everything that was accepted is done. */
    public void awaitQuiet() {
        awaitQuiet(UNTIL_QUIET);
    }

    /** The same behind a load that leaves more to be done. */
    public void awaitQuiet(Patience patience) {
        try (Quiet quiet = new Quiet(views(), patience)) {
            quiet.await(() -> all().forEach(Replica::requireAlive));
        }
    }

    /** Addresses with one replica of each service, so many that each replica is in one of them. */
    private List<Addresses> views() {
        int most = replicas.values().stream().mapToInt(List::size).max().orElse(0);
        return IntStream.range(0, most).mapToObj(this::view).toList();
    }

    private Addresses view(int number) {
        return new Addresses(
                brokers.bootstrapServers(),
                brokers.clusterId(),
                store.endpoint(),
                store.keys(),
                replicas.entrySet().stream()
                        .collect(
                                Collectors.toMap(
                                        Map.Entry::getKey,
                                        each -> nth(each.getValue(), number).address())),
                token);
    }

    private static Replica nth(List<Replica> replicas, int number) {
        return replicas.get(Math.min(number, replicas.size() - 1));
    }

    /** Hands what lies on the raw topic to {@code reader}, in order within each partition. */
    public void readInput(Consumer<LogEntry> reader) {
        Observer.readInput(brokers.bootstrapServers(), reader);
    }

    /** What stands now; {@code witness} sees every object of the site bucket. */
    public Observation observe(BiConsumer<String, byte[]> witness) {
        Observer observer = new Observer();
        store.read(
                (key, bytes) -> {
                    observer.object(key, bytes);
                    witness.accept(key, bytes);
                });
        return observer.observation(brokers.bootstrapServers());
    }

    /**
     * What stands now, without reading more of it than versions and feeds: all that the oracle asks
     * for, where there is no other bucket to compare with.
     */
    public Observation observeVersions() {
        Observer observer = new Observer();
        store.readDisk(Observer::isTelling, observer::object, observer::unread);
        return observer.observation(brokers.bootstrapServers());
    }

    /** What an object of the site bucket says. */
    public byte[] object(String key) {
        return store.object(key);
    }

    @Override
    public void close() {
        all().parallelStream().forEach(Replica::close);
        admin.close();
        store.close();
        brokers.close();
    }
}
