package dev.pressline.testing.faults.soak;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.pressline.local.process.LaunchException;
import dev.pressline.testing.faults.oracle.DeadLetterId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How far a soak has come that takes more than one stretch. Immutable.
 *
 * @param of the load of which it is
 * @param segments how many segments of the load were handed in
 * @param elapsed how long that took
 * @param refused dead letters that must have come of it besides what the input log tells
 * @param killed what was killed, in order
 * @param samples what the services held meanwhile
 */
record Progress(
        Of of,
        long segments,
        Duration elapsed,
        List<Refused> refused,
        List<String> killed,
        List<Sample> samples) {

    private static final JsonMapper JSON =
            JsonMapper.builder().addModule(new JavaTimeModule()).build();

    /** A load: so many documents, from a seed. */
    record Of(long documents, long seed) {}

    /** A dead letter with its reason. */
    record Refused(String queue, String origin, String reason) {}

    /** Takes copies. */
    Progress {
        refused = List.copyOf(refused);
        killed = List.copyOf(killed);
        samples = List.copyOf(samples);
    }

    /**
     * That of the soak in a directory; none where it has not begun. Throws {@link LaunchException}
     * where another load lies there.
     */
    static Progress in(Path directory, Of of) {
        Path file = file(directory);
        if (!Files.exists(file)) {
            return new Progress(of, 0, Duration.ZERO, List.of(), List.of(), List.of());
        }
        Progress found = read(file);
        if (!found.of().equals(of)) {
            throw new LaunchException(
                    "%s is of %s, not of %s: name another directory, or remove this one"
                            .formatted(file, found.of(), of));
        }
        return found;
    }

    private static Progress read(Path file) {
        try {
            return JSON.readValue(file.toFile(), Progress.class);
        } catch (IOException e) {
            throw new LaunchException(file + " cannot be read", e);
        }
    }

    /** No more was handed in, but it was looked at until {@code elapsed}. */
    Progress lookedAt(Duration elapsed, List<Sample> samples) {
        return new Progress(of, segments, elapsed, refused, killed, samples);
    }

    /** Keeps it for the next stretch. */
    void keepIn(Path directory) {
        Path file = file(directory);
        try {
            JSON.writeValue(file.toFile(), this);
        } catch (IOException e) {
            throw new LaunchException(file + " cannot be written", e);
        }
    }

    private static Path file(Path directory) {
        return directory.resolve("soak.json");
    }

    static List<Refused> refused(Map<DeadLetterId, String> letters) {
        return letters.entrySet().stream()
                .map(
                        each ->
                                new Refused(
                                        each.getKey().queue(),
                                        each.getKey().origin(),
                                        each.getValue()))
                .toList();
    }

    Map<DeadLetterId, String> letters() {
        return refused.stream()
                .collect(
                        Collectors.toMap(
                                each -> new DeadLetterId(each.queue(), each.origin()),
                                Refused::reason));
    }
}
