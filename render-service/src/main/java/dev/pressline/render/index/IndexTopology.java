package dev.pressline.render.index;

import dev.pressline.contract.event.DidPartitioner;
import dev.pressline.contract.event.Generation;
import dev.pressline.contract.event.Topics;
import dev.pressline.render.job.MembershipKey;
import dev.pressline.render.state.KeptStores;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.StreamPartitioner;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * The topology of the index: normalized events and memberships in, jobs and dead letters out. Every
 * node and store has a name of its own, so that no change orphans a changelog.
 */
final class IndexTopology {

    static final String ACCOUNTS = "accounts";
    static final String CHANNELS = "channels";
    static final String SHARED_JOBS = "shared-jobs";
    static final String SHARED_MEMBERSHIPS = "shared-memberships";
    static final String DEFECT_JOBS = "defect-jobs";
    static final String JOBS = "jobs";
    static final String SUBSCRIPTIONS = "subscriptions";
    static final String LIST_JOBS = "list-jobs";
    static final String DEAD_LETTERS = "dead-letters";

    /** The CloudEvents source of what the index says. */
    static final String SOURCE = "urn:pressline:render-index";

    private static final String EVENTS = "normalized";
    private static final String INDEX = "index";
    private static final String MEMBERSHIPS = "memberships";
    private static final String SHARED = "shared";
    private static final String DEFECT = "defect-reports";

    private static final StreamPartitioner<String, byte[]> BY_ACCOUNT =
            (topic, key, value, partitions) ->
                    Optional.of(
                            Set.of(key == null ? 0 : DidPartitioner.partition(key, partitions)));

    /**
     * All of a shared channel on one partition: its jobs by their folder, and its memberships; and
     * with those of the front page all subscriptions.
     */
    private static final StreamPartitioner<String, byte[]> BY_CHANNEL =
            (topic, key, value, partitions) ->
                    Optional.of(Set.of(MembershipKey.partition(key, partitions)));

    private IndexTopology() {}

    /** The topology of a generation, on stores that are kept. */
    static Topology build(
            Generation own, IndexProcessor.Surroundings surroundings, KeptStores stores) {
        Topology topology = new Topology();
        topology.addSource(
                EVENTS,
                new StringDeserializer(),
                new ByteArrayDeserializer(),
                own.topic(Topics.NORMALIZED));
        topology.addProcessor(
                INDEX, () -> lazily(context -> new IndexProcessor(surroundings, context)), EVENTS);
        topology.addStateStore(store(stores, ACCOUNTS), INDEX);
        sink(topology, JOBS, own.topic(Topics.JOBS), BY_ACCOUNT, INDEX);
        sink(topology, SUBSCRIPTIONS, own.topic(Topics.FEEDS), BY_CHANNEL, INDEX);
        sink(
                topology,
                DEAD_LETTERS,
                own.topic(Topics.deadLetters(Topics.NORMALIZED, "render-index")),
                BY_ACCOUNT,
                INDEX);

        topology.addSource(
                MEMBERSHIPS,
                new StringDeserializer(),
                new ByteArrayDeserializer(),
                own.topic(Topics.FEEDS));
        topology.addProcessor(
                SHARED,
                () -> lazily(context -> new SharedProcessor(surroundings, context)),
                MEMBERSHIPS);
        sink(topology, SHARED_JOBS, own.topic(Topics.JOBS), BY_CHANNEL, SHARED);
        sink(topology, LIST_JOBS, own.topic(Topics.JOBS), BY_ACCOUNT, SHARED);
        sink(topology, SHARED_MEMBERSHIPS, own.topic(Topics.FEEDS), BY_CHANNEL, SHARED);

        topology.addProcessor(
                DEFECT,
                () -> lazily(context -> new DefectProcessor(surroundings, context)),
                MEMBERSHIPS);
        topology.addStateStore(store(stores, CHANNELS), SHARED, DEFECT);
        sink(topology, DEFECT_JOBS, own.topic(Topics.JOBS), BY_ACCOUNT, DEFECT);
        return topology;
    }

    private static void sink(
            Topology topology,
            String name,
            String topic,
            StreamPartitioner<String, byte[]> partitioner,
            String parent) {
        topology.addSink(
                name,
                topic,
                new StringSerializer(),
                new ByteArraySerializer(),
                partitioner,
                parent);
    }

    private static StoreBuilder<KeyValueStore<String, byte[]>> store(
            KeptStores stores, String name) {
        return Stores.keyValueStoreBuilder(
                stores.supplier(name), Serdes.String(), Serdes.ByteArray());
    }

    private interface Factory {
        Processor<String, byte[], String, byte[]> make(ProcessorContext<String, byte[]> context);
    }

    /** A processor made only when its context, and so its stores, are there. */
    private static Processor<String, byte[], String, byte[]> lazily(Factory factory) {
        return new ContextualProcessor<>() {

            private Optional<Processor<String, byte[], String, byte[]>> made = Optional.empty();

            @Override
            public void init(ProcessorContext<String, byte[]> context) {
                super.init(context);
                made = Optional.of(factory.make(context));
            }

            @Override
            public void process(Record<String, byte[]> input) {
                made.orElseThrow().process(input);
            }

            @Override
            public void close() {
                made.ifPresent(Processor::close);
            }
        };
    }
}
