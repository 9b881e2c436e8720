package dev.pressline.local.export;

import dev.pressline.contract.document.AccountState;
import dev.pressline.contract.document.Document;
import dev.pressline.contract.document.Publication;
import dev.pressline.contract.document.Subscription;
import dev.pressline.contract.event.Topics;
import dev.pressline.contract.serde.ContractJson;
import dev.pressline.local.pipeline.Addresses;
import dev.pressline.local.process.LaunchException;
import dev.pressline.local.watch.TopicReader;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Writes the last normalized value of every document into a file, one a line, by AT-URI, each
 * exactly as on the topic. Not thread-safe.
 */
final class NormalizedExport {

    private final SiteStore store;
    private long documents;
    private long publications;
    private long repaired;
    private long violating;

    NormalizedExport(SiteStore store) {
        this.store = store;
    }

    /** What was found. */
    record Counts(long documents, long publications, long repaired, long violating) {}

    Counts write(String bootstrapServers, Path file) {
        Path aside = file.resolveSibling(file.getFileName() + ".tmp");
        try (SpillFile values = new SpillFile(aside);
                OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            NormalizedFold fold = new NormalizedFold(values);
            TopicReader.read(bootstrapServers, List.of(Topics.NORMALIZED), fold::add);
            for (NormalizedFold.Entry entry : fold.living().values()) {
                write(value(values, entry), out);
            }
            return new Counts(documents, publications, repaired, violating);
        } catch (IOException e) {
            throw new LaunchException(file + " cannot be written: " + e.getMessage(), e);
        }
    }

    private byte[] value(SpillFile values, NormalizedFold.Entry entry) {
        return entry.reference()
                .map(key -> store.read(Addresses.VALUES_BUCKET, key))
                .orElseGet(() -> values.read(entry.value()));
    }

    private void write(byte[] value, OutputStream out) throws IOException {
        switch (ContractJson.read(value)) {
            case Document document -> {
                count(document);
                out.write(value);
                out.write('\n');
            }
            case Publication publication -> publications++;
            case Subscription subscription -> {}
            case AccountState account -> {}
        }
    }

    private void count(Document document) {
        documents++;
        repaired += document.repairs().isEmpty() ? 0 : 1;
        violating += document.violations().isEmpty() ? 0 : 1;
    }
}
