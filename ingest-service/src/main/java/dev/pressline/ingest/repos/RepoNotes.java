package dev.pressline.ingest.repos;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pressline.atproto.repo.cbor.BinaryCid;
import dev.pressline.contract.event.Topics;
import dev.pressline.contract.identifier.Cid;
import dev.pressline.contract.identifier.Did;
import dev.pressline.contract.identifier.InvalidIdentifierException;
import dev.pressline.contract.identifier.Tid;
import dev.pressline.contract.serde.ContractJson;
import dev.pressline.ingest.source.RecordSource;
import dev.pressline.ingest.stream.RepoHeads.Head;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/**
 * The records of {@code pressline.repos.v1}, written and read. That of a repository that holds
 * something wanted has the DID as its key; that of its last commit in a stream has the DID, a slash
 * and the source. Stateless.
 */
final class RepoNotes {

    /** The key of the note that every account of the raw topic is noted. */
    static final String COMPLETE = "complete";

    private static final byte[] NOTHING = "{}".getBytes(StandardCharsets.UTF_8);

    private RepoNotes() {}

    static ProducerRecord<String, byte[]> known(Did did) {
        return new ProducerRecord<>(Topics.REPOS, did.value(), NOTHING);
    }

    static ProducerRecord<String, byte[]> complete() {
        return new ProducerRecord<>(Topics.REPOS, COMPLETE, NOTHING);
    }

    /** The note of a head; an absent one removes it. */
    static ProducerRecord<String, byte[]> head(RecordSource source, Did did, Optional<Head> head) {
        byte[] value = head.map(RepoNotes::json).orElse(null);
        return new ProducerRecord<>(Topics.REPOS, did.value() + '/' + source.id(), value);
    }

    private static byte[] json(Head head) {
        String json =
                "{\"rev\":\"%s\",\"data\":\"%s\"}"
                        .formatted(head.rev().value(), head.data().toCid().value());
        return json.getBytes(StandardCharsets.UTF_8);
    }

    /** The repository that a key notes as known, if it is such a key. */
    static Optional<Did> known(@Nullable String key) {
        return key == null || key.indexOf('/') >= 0 ? Optional.empty() : did(key);
    }

    /** The repository whose head in {@code source} a key is about, if it is such a key. */
    static Optional<Did> followed(@Nullable String key, RecordSource source) {
        int slash = key == null ? -1 : key.indexOf('/');
        return slash >= 0 && key != null && key.substring(slash + 1).equals(source.id())
                ? did(key.substring(0, slash))
                : Optional.empty();
    }

    private static Optional<Did> did(String text) {
        try {
            return Optional.of(Did.parse(text));
        } catch (InvalidIdentifierException e) {
            return Optional.empty();
        }
    }

    /** The head in a value; empty when it is removed or unreadable. */
    static Optional<Head> head(byte @Nullable [] value) {
        try {
            JsonNode json = value == null ? null : ContractJson.mapper().readTree(value);
            return json == null
                    ? Optional.empty()
                    : Optional.of(
                            new Head(
                                    Tid.parse(json.path("rev").asText("")),
                                    BinaryCid.of(Cid.parse(json.path("data").asText("")))));
        } catch (IOException | InvalidIdentifierException e) {
            return Optional.empty();
        }
    }
}
