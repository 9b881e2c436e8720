package dev.pressline.ingest.stream;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pressline.atproto.repo.commit.SigningKey;
import dev.pressline.contract.identifier.Did;
import dev.pressline.contract.serde.ContractJson;
import dev.pressline.ingest.row.CidCheck;
import dev.pressline.ingest.row.RejectionReason;
import dev.pressline.ingest.row.Row;
import dev.pressline.ingest.row.WantedCollections;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Frames of a real PDS; they lie in the test resources of the module that reads repositories. */
class FirehoseDecoderTest {

    private static final SigningKey FOREIGN =
            SigningKey.ofDidKey("did:key:zQ3shqwJEJyMBsBXCWyCBpUBMqxcon9oHB7mCvx4sSpMdLJwc");

    private final Keys keys = new Keys();
    private final RepoHeads heads = new RepoHeads();
    private final FirehoseDecoder decoder =
            new FirehoseDecoder(
                    new CommitRows(new WantedCollections(List.of("site.standard.*"))), keys, heads);

    /** The keys in the DID documents beside the tape. */
    private static final class Keys implements SigningKeys {
        private final Map<Did, SigningKey> now = new HashMap<>();
        private final Map<Did, SigningKey> cached = new HashMap<>();
        private int forgotten;

        @Override
        public Optional<SigningKey> of(Did did) {
            return Optional.ofNullable(cached.getOrDefault(did, now.get(did)));
        }

        @Override
        public void forget(Did did) {
            forgotten++;
            cached.remove(did);
        }
    }

    FirehoseDecoderTest() throws IOException {
        for (JsonNode document : ContractJson.mapper().readTree(resource("did_docs.json"))) {
            JsonNode method = document.path("verificationMethod").path(0);
            keys.now.put(
                    Did.parse(document.path("id").asText()),
                    SigningKey.of(
                            method.path("type").asText(),
                            method.path("publicKeyMultibase").asText()));
        }
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in =
                Objects.requireNonNull(
                        FirehoseDecoderTest.class.getResourceAsStream("/tape/" + name))) {
            return in.readAllBytes();
        }
    }

    private static List<byte[]> frames() throws IOException {
        ByteBuffer tape =
                ByteBuffer.wrap(resource("standard-40.bin")).order(ByteOrder.LITTLE_ENDIAN);
        List<byte[]> frames = new ArrayList<>();
        while (tape.hasRemaining()) {
            byte[] frame = new byte[tape.getInt()];
            tape.get(frame);
            frames.add(frame);
        }
        return frames;
    }

    private StreamEvent decode(byte[] frame) {
        return decoder.decode(new StreamMessage.Binary(frame));
    }

    private static List<Row> rows(List<StreamEvent> events) {
        return events.stream()
                .map(StreamEvent.Placed.class::cast)
                .flatMap(event -> event.rows().stream())
                .toList();
    }

    @Test
    void tape_wholeAndInOrder_givesEveryRecordSigned() throws IOException {
        List<StreamEvent> events = frames().stream().map(this::decode).toList();

        assertThat(events).noneMatch(StreamEvent.Doubtful.class::isInstance);
        assertThat(rows(events).stream().filter(Row.Put.class::isInstance).map(Row.Put.class::cast))
                .hasSizeGreaterThan(40)
                .allMatch(put -> put.check() == CidCheck.SIGNED);
    }

    @Test
    void tape_sentTwice_givesNothingTheSecondTime() throws IOException {
        frames().forEach(this::decode);

        List<Row> again =
                rows(frames().stream().map(this::decode).toList()).stream()
                        .filter(row -> !(row instanceof Row.Account))
                        .toList();

        assertThat(again).isEmpty();
    }

    @Test
    void commit_leftOut_makesItsRepositoryDoubtfulOnce() throws IOException {
        List<byte[]> frames = new ArrayList<>(frames());
        Did did = null;
        int seen = 0;
        for (int i = 0; i < frames.size() && seen < 3; i++) {
            if (decode(frames.get(i)) instanceof StreamEvent.Rows rows
                    && rows.rows().stream().anyMatch(Row.Put.class::isInstance)) {
                did = ((Row.Put) rows.rows().getFirst()).uri().did();
                seen++;
                if (seen == 3) {
                    frames = frames.subList(i + 1, frames.size());
                }
            }
        }
        int next = nextCommit(frames, did);

        List<StreamEvent> events =
                frames.subList(next + 1, frames.size()).stream().map(this::decode).toList();

        Did skipped = did;
        assertThat(events)
                .filteredOn(StreamEvent.Doubtful.class::isInstance)
                .map(event -> ((StreamEvent.Doubtful) event).did())
                .contains(skipped);
    }

    private static int nextCommit(List<byte[]> frames, Did did) {
        for (int i = 0; i < frames.size(); i++) {
            if (new String(frames.get(i), java.nio.charset.StandardCharsets.ISO_8859_1)
                    .contains(did.value())) {
                return i;
            }
        }
        throw new AssertionError("no further frame of " + did);
    }

    @Test
    void commit_leftOutBeforeARestart_isFoundByTheHeadsThatWereSaved() throws IOException {
        // Given
        List<byte[]> frames = frames();
        List<Integer> commits = commitsOfOneRepository(frames);
        RepoHeads restored = new RepoHeads();
        RepoHeads saved = new RepoHeads();
        FirehoseDecoder before = decoder(saved);

        // When
        for (byte[] frame : frames.subList(0, commits.get(1))) {
            before.decode(new StreamMessage.Binary(frame));
        }
        saved.takeChanges().forEach(restored::restore);
        byte[] next = frames.get(commits.get(2));

        // Then
        assertThat(decoder(restored).decode(new StreamMessage.Binary(next)))
                .isInstanceOfSatisfying(
                        StreamEvent.Doubtful.class,
                        event -> assertThat(event.why()).contains("does not follow"));
        assertThat(decoder(new RepoHeads()).decode(new StreamMessage.Binary(next)))
                .as("without them nothing is found")
                .isInstanceOf(StreamEvent.Rows.class);
    }

    private FirehoseDecoder decoder(RepoHeads known) {
        return new FirehoseDecoder(
                new CommitRows(new WantedCollections(List.of("site.standard.*"))), keys, known);
    }

    /** Where the commits of a repository stand that has three with records. */
    private List<Integer> commitsOfOneRepository(List<byte[]> frames) {
        Map<Did, List<Integer>> commits = new HashMap<>();
        for (int i = 0; i < frames.size(); i++) {
            if (decode(frames.get(i)) instanceof StreamEvent.Rows rows
                    && !rows.rows().isEmpty()
                    && rows.rows().getFirst() instanceof Row.Put put) {
                commits.computeIfAbsent(put.uri().did(), did -> new ArrayList<>()).add(i);
            }
        }
        return commits.values().stream().filter(of -> of.size() > 2).findFirst().orElseThrow();
    }

    @Test
    void commits_whoseKeyIsOutOfDate_areProvenWithTheNewKey() throws IOException {
        keys.now.keySet().forEach(did -> keys.cached.put(did, FOREIGN));

        List<StreamEvent> events = frames().stream().map(this::decode).toList();

        assertThat(events).noneMatch(StreamEvent.Doubtful.class::isInstance);
        assertThat(keys.forgotten).isPositive();
    }

    @Test
    void commits_notSigned_areRejectedAndMakeTheRepositoryDoubtful() throws IOException {
        keys.now.replaceAll((did, key) -> FOREIGN);

        List<StreamEvent> events = frames().stream().map(this::decode).toList();

        assertThat(rows(events)).noneMatch(Row.Put.class::isInstance);
        assertThat(rows(events))
                .filteredOn(Row.Rejected.class::isInstance)
                .isNotEmpty()
                .allMatch(row -> ((Row.Rejected) row).reason() == RejectionReason.BAD_PROOF);
        assertThat(events).anyMatch(StreamEvent.Doubtful.class::isInstance);
    }

    @Test
    void frame_cutShort_isUnreadable() throws IOException {
        byte[] frame = frames().getFirst();

        assertThat(decode(java.util.Arrays.copyOf(frame, frame.length - 1)))
                .isInstanceOf(StreamEvent.Unreadable.class);
    }
}
