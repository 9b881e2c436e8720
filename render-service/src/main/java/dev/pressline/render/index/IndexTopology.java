package dev.pressline.render.index;

import dev.pressline.contract.event.DidPartitioner;
import dev.pressline.contract.event.Topics;
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

    static final String VERSIONS = "versions";
    static final String RECORDS = "records";
    static final String ORDER = "order";
    static final String PLACES = "places";
    static final String MARKS = "marks";
    static final String FRONT_ORDER = "front-order";
    static final String FRONT_PLACES = "front-places";
    static final String DEFECTS = "defects";
    static final String JOBS = "jobs";
    static final String DEAD_LETTERS = "dead-letters";

    private static final String EVENTS = "normalized";
    private static final String INDEX = "index";
    private static final String MEMBERSHIPS = "memberships";
    private static final String FRONT = "front";
    private static final String FRONT_JOBS = "front-jobs";
    private static final String DEFECT = "defect-reports";
    private static final String DEFECT_JOBS = "defect-jobs";

    private static final StreamPartitioner<String, byte[]> BY_ACCOUNT =
            (topic, key, value, partitions) ->
                    Optional.of(
                            Set.of(key == null ? 0 : DidPartitioner.partition(key, partitions)));

    private IndexTopology() {}

    static Topology build(IndexProcessor.Surroundings surroundings) {
        Topology topology = new Topology();
        topology.addSource(
                EVENTS, new StringDeserializer(), new ByteArrayDeserializer(), Topics.NORMALIZED);
        topology.addProcessor(
                INDEX, () -> lazily(context -> new IndexProcessor(surroundings, context)), EVENTS);
        for (String store : new String[] {VERSIONS, RECORDS, ORDER, PLACES, MARKS}) {
            topology.addStateStore(store(store), INDEX);
        }
        sink(topology, JOBS, Topics.JOBS, INDEX);
        sink(topology, DEAD_LETTERS, Topics.deadLetters(Topics.NORMALIZED, "render-index"), INDEX);

        topology.addSource(
                MEMBERSHIPS, new StringDeserializer(), new ByteArrayDeserializer(), Topics.FEEDS);
        topology.addProcessor(
                FRONT,
                () -> lazily(context -> new FrontProcessor(surroundings, context)),
                MEMBERSHIPS);
        topology.addStateStore(store(FRONT_ORDER), FRONT);
        topology.addStateStore(store(FRONT_PLACES), FRONT);
        sink(topology, FRONT_JOBS, Topics.JOBS, FRONT);

        topology.addProcessor(
                DEFECT,
                () -> lazily(context -> new DefectProcessor(surroundings, context)),
                MEMBERSHIPS);
        topology.addStateStore(store(DEFECTS), DEFECT);
        sink(topology, DEFECT_JOBS, Topics.JOBS, DEFECT);
        return topology;
    }

    private static void sink(Topology topology, String name, String topic, String parent) {
        topology.addSink(
                name, topic, new StringSerializer(), new ByteArraySerializer(), BY_ACCOUNT, parent);
    }

    private static StoreBuilder<KeyValueStore<String, byte[]>> store(String name) {
        return Stores.keyValueStoreBuilder(
                Stores.persistentKeyValueStore(name), Serdes.String(), Serdes.ByteArray());
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
