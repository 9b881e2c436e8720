package dev.pressline.ingest.repos;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pressline.contract.event.Topics;
import dev.pressline.contract.identifier.Did;
import dev.pressline.contract.identifier.Tid;
import dev.pressline.ingest.Bench;
import dev.pressline.ingest.source.RecordSource.StreamSource;
import dev.pressline.ingest.stream.RepoHeads;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

class KnownReposTest {

    private static final Did ALICE = Did.parse("did:web:alice.example");
    private static final Did BOB = Did.parse("did:web:bob.example");

    private final Bench bench = new Bench();
    private final KnownRepos known = TestRepos.known(bench.kafka, bench.producer);

    private void raw(String key) {
        bench.producer.sendAll(
                List.of(
                        new ProducerRecord<>(
                                Topics.RAW, key, "{}".getBytes(StandardCharsets.UTF_8))));
    }

    @Test
    void repository_notedByAnotherReplica_isKnownAfterCatchingUp() {
        // Given
        known.catchUp();
        assertThat(known.contains(ALICE)).isFalse();

        // When
        bench.producer.sendAll(List.of(known.note(ALICE)));
        known.catchUp();

        // Then
        assertThat(known.contains(ALICE)).isTrue();
        assertThat(known.contains(BOB)).isFalse();
    }

    @Test
    void rawTopic_withoutNotes_isNotedOnce() {
        // Given
        raw("at://" + ALICE + "/site.standard.document/1");
        raw("at://" + ALICE + "/site.standard.document/2");
        raw(BOB.value());
        raw("nonsense");

        // When
        known.catchUp();

        // Then
        assertThat(known.contains(ALICE)).isTrue();
        assertThat(known.contains(BOB)).as("an account without records").isFalse();
        assertThat(bench.sent(Topics.REPOS))
                .extracting(ProducerRecord::key)
                .containsExactly(ALICE.value(), "complete");

        // When
        raw("at://" + BOB + "/site.standard.document/1");
        KnownRepos restarted = TestRepos.known(bench.kafka, bench.producer);
        restarted.catchUp();

        // Then
        assertThat(restarted.contains(ALICE)).isTrue();
        assertThat(restarted.contains(BOB)).as("the raw topic is not read again").isFalse();
    }

    @Test
    void repositories_noted_canBeListed() {
        // Given
        bench.producer.sendAll(List.of(known.note(ALICE), known.note(BOB)));
        TestRepos.heads(bench.kafka, bench.producer)
                .save(new StreamSource("s"), Map.of(ALICE, Optional.of(head("one"))));
        known.catchUp();

        // When
        List<Did> listed = new ArrayList<>();
        known.forEach(listed::add);

        // Then
        assertThat(listed).containsExactly(ALICE, BOB);
    }

    private static RepoHeads.Head head(String block) {
        return new RepoHeads.Head(
                Tid.parse("3mf42slbt3g42"),
                dev.pressline.atproto.repo.cbor.BinaryCid.ofBlock(
                        block.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void heads_saved_areThereAfterARestartForTheirStreamOnly() {
        // Given
        HeadNotes notes = TestRepos.heads(bench.kafka, bench.producer);
        StreamSource one = new StreamSource("one");
        StreamSource other = new StreamSource("other");

        // When
        notes.save(one, Map.of(ALICE, Optional.of(head("alice")), BOB, Optional.of(head("bob"))));
        notes.save(one, Map.of(BOB, Optional.empty()));

        // Then
        assertThat(notes.load(one).known()).containsExactly(Map.entry(ALICE, head("alice")));
        assertThat(notes.load(other).known()).isEmpty();
        assertThat(bench.sent(Topics.REPOS).getFirst().key()).endsWith("/urn:pressline:stream:one");
    }
}
