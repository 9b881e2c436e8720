package dev.pressline.testing.faults.matrix;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import dev.pressline.local.process.LaunchException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The runs so far, one JSON value a line, in a file that outlives an interrupted matrix and to
 * which several write. Those of other code count for nothing. Thread-safe, since nothing of it is
 * kept.
 *
 * @param file where they are
 * @param code the commit that is run
 */
record Ledger(Path file, String code) {

    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .addModule(new Jdk8Module())
                    .disable(MapperFeature.AUTO_DETECT_IS_GETTERS)
                    .build();

    /** A line. */
    record Entry(String code, Run run) {}

    /** Adds a run. */
    void add(Run run) {
        try {
            String line = JSON.writeValueAsString(new Entry(code, run)) + '\n';
            Files.writeString(file, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new LaunchException(file + " cannot be written", e);
        }
    }

    /** The row of each line that was run, by title. */
    Map<String, Row> rows() {
        Map<String, List<Run>> runs = new LinkedHashMap<>();
        for (String line : lines()) {
            Entry entry = entry(line);
            if (entry.code().equals(code)) {
                runs.computeIfAbsent(entry.run().line(), title -> new ArrayList<>())
                        .add(entry.run());
            }
        }
        Map<String, Row> rows = new LinkedHashMap<>();
        runs.forEach((title, all) -> rows.put(title, Row.of(title, all)));
        return rows;
    }

    private List<String> lines() {
        if (!Files.exists(file)) {
            return List.of();
        }
        try (Stream<String> lines = Files.lines(file)) {
            return lines.toList();
        } catch (IOException e) {
            throw new LaunchException(file + " cannot be read", e);
        }
    }

    private Entry entry(String line) {
        try {
            return JSON.readValue(line, Entry.class);
        } catch (JsonProcessingException e) {
            throw new LaunchException(file + " has a line that is no run: " + line, e);
        }
    }
}
