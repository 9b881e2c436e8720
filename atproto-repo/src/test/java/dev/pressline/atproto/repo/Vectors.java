package dev.pressline.atproto.repo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The interoperability vectors on the class path. */
public final class Vectors {

    private Vectors() {}

    /** The entries of a vector. */
    public static Stream<JsonNode> of(String name) {
        return StreamSupport.stream(json("/interop/" + name).spliterator(), false);
    }

    private static JsonNode json(String resource) {
        try (InputStream in = Objects.requireNonNull(Vectors.class.getResourceAsStream(resource))) {
            return new ObjectMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Bytes in base64. */
    public static byte[] base64(JsonNode text) {
        return Base64.getDecoder().decode(text.asText());
    }
}
