package dev.pressline.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Test data from the class path. */
public final class Vectors {

    private Vectors() {}

    /** The lines of a syntax vector, comments and empty lines left out, blanks kept. */
    public static List<String> lines(String name) {
        return new String(bytes("/interop/syntax/" + name), StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .toList();
    }

    /** The entries of a data model vector. */
    public static Stream<JsonNode> dataModel(String name) {
        return StreamSupport.stream(json("/interop/data-model/" + name).spliterator(), false);
    }

    /** A JSON resource. */
    public static JsonNode json(String resource) {
        try {
            return new ObjectMapper().readTree(bytes(resource));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A resource. */
    public static byte[] bytes(String resource) {
        try (InputStream in = Objects.requireNonNull(Vectors.class.getResourceAsStream(resource))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
