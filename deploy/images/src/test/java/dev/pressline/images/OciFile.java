package dev.pressline.images;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pressline.contract.serde.ContractJson;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/**
 * An image in a file, read by the layout of the OCI and not by Jib. Immutable.
 *
 * @param config what a container of it is
 * @param files every file in its layers, by its place
 * @param contents what the small ones hold
 */
record OciFile(JsonNode config, Map<String, TarArchiveEntry> files, Map<String, byte[]> contents) {

    private static final int SMALL = 1 << 20;

    static OciFile read(Path file) throws IOException {
        Map<String, byte[]> blobs = new HashMap<>();
        try (TarArchiveInputStream tar = new TarArchiveInputStream(Files.newInputStream(file))) {
            for (TarArchiveEntry entry : entries(tar)) {
                blobs.put(entry.getName(), tar.readAllBytes());
            }
        }
        return of(blobs);
    }

    /** The entries of a tar while it is read. */
    private static Iterable<TarArchiveEntry> entries(TarArchiveInputStream tar) {
        return () -> Stream.iterate(next(tar), entry -> entry != null, e -> next(tar)).iterator();
    }

    @SuppressWarnings("NullAway")
    private static TarArchiveEntry next(TarArchiveInputStream tar) {
        try {
            return tar.getNextEntry();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static OciFile of(Map<String, byte[]> blobs) throws IOException {
        JsonNode index = json(blobs, "index.json");
        JsonNode manifest = blob(blobs, index.at("/manifests/0"));
        Map<String, TarArchiveEntry> files = new TreeMap<>();
        Map<String, byte[]> contents = new HashMap<>();
        List<JsonNode> layers = new ArrayList<>();
        manifest.path("layers").forEach(layers::add);
        for (JsonNode layer : layers) {
            byte[] bytes = blobs.get(name(layer));
            try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes));
                    TarArchiveInputStream tar = new TarArchiveInputStream(in)) {
                for (TarArchiveEntry entry : entries(tar)) {
                    files.put("/" + entry.getName(), entry);
                    if (entry.getSize() < SMALL) {
                        contents.put("/" + entry.getName(), tar.readAllBytes());
                    }
                }
            }
        }
        return new OciFile(blob(blobs, manifest.path("config")), files, contents);
    }

    private static String name(JsonNode descriptor) {
        return "blobs/" + descriptor.path("digest").asText().replace(':', '/');
    }

    private static JsonNode blob(Map<String, byte[]> blobs, JsonNode descriptor)
            throws IOException {
        return json(blobs, name(descriptor));
    }

    private static JsonNode json(Map<String, byte[]> blobs, String name) throws IOException {
        return ContractJson.mapper().readTree(blobs.get(name));
    }
}
