package dev.pressline.contract.event;

import dev.pressline.contract.identifier.InvalidIdentifierException;
import java.util.List;
import java.util.stream.Stream;

/**
 * A generation: everything that is made of the raw records, made once. Several may stand side by
 * side, each with consumer groups, topics and buckets of its own, whose names are made here and
 * nowhere else: those of the {@link #FIRST} are the plain names, those of any other end in its
 * name. What comes before the raw topic belongs to none: all generations read the same. Immutable.
 *
 * @param name what people call it
 */
public record Generation(String name) {

    /** The one that has the plain names. */
    public static final Generation FIRST = new Generation("first");

    /**
     * The key, in the private bucket of the {@link #FIRST}, of the object that names the generation
     * that readers get; without it that is the first.
     */
    public static final String POINTER = "generation";

    /** The longest name, in characters: bucket names have little room. */
    public static final int MAX_LENGTH = 16;

    private static final List<String> TOPICS =
            List.of(Topics.NORMALIZED, Topics.JOBS, Topics.FEEDS, Topics.RENDERED, Topics.PENDING);

    /** The consumer groups of a generation with the topics whose records they may reject. */
    private static final List<Stage> STAGES =
            List.of(
                    new Stage("normalize", Topics.RAW),
                    new Stage("render-index", Topics.NORMALIZED),
                    new Stage("render-press", Topics.JOBS));

    private record Stage(String group, String input) {

        String deadLetters() {
            return Topics.deadLetters(input, group);
        }
    }

    /** Checks the name; throws {@link InvalidIdentifierException} naming the fault. */
    public Generation {
        if (!name.matches("[a-z0-9]{1," + MAX_LENGTH + "}")) {
            throw new InvalidIdentifierException(
                    "generation", name, "is not 1 to " + MAX_LENGTH + " characters of a-z0-9");
        }
    }

    /** Reads a name; throws {@link InvalidIdentifierException} naming the fault. */
    public static Generation parse(String name) {
        return new Generation(name);
    }

    /** Its own name for a consumer group. */
    public String group(String group) {
        return isFirst() ? group : group + '.' + name;
    }

    /** Its own name for a bucket. */
    public String bucket(String bucket) {
        return isFirst() ? bucket : bucket + '-' + name;
    }

    /**
     * Its own name for a topic, a dead-letter queue included; topics that are of no generation keep
     * theirs.
     */
    public String topic(String topic) {
        if (isFirst()) {
            return topic;
        }
        if (TOPICS.contains(topic)) {
            return topic + '.' + name;
        }
        return STAGES.stream()
                .filter(stage -> stage.deadLetters().equals(topic))
                .findFirst()
                .map(stage -> Topics.deadLetters(topic(stage.input()), group(stage.group())))
                .orElse(topic);
    }

    /** Its consumer groups, in the order of the flow. */
    public List<String> groups() {
        return STAGES.stream().map(Stage::group).map(this::group).toList();
    }

    /** The compacted topics that are its own. */
    public List<String> compacted() {
        return TOPICS.stream().map(this::topic).toList();
    }

    /** The dead-letter queues that are its own. */
    public List<String> deadLetters() {
        return STAGES.stream().map(Stage::deadLetters).map(this::topic).toList();
    }

    /** All topics that are its own. */
    public List<String> topics() {
        return Stream.concat(compacted().stream(), deadLetters().stream()).toList();
    }

    /** Whether it is the one that has the plain names. */
    public boolean isFirst() {
        return name.equals("first");
    }

    @Override
    public String toString() {
        return name;
    }
}
