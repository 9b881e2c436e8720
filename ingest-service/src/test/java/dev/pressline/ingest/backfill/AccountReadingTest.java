package dev.pressline.ingest.backfill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pressline.atproto.pds.RepoStatus;
import dev.pressline.contract.event.Topics;
import dev.pressline.contract.identifier.AtUri;
import dev.pressline.contract.identifier.Did;
import dev.pressline.contract.identifier.Tid;
import dev.pressline.ingest.Bench;
import dev.pressline.ingest.source.RecordSource;
import dev.pressline.ingest.source.RecordSource.RepoBackfillSource;
import dev.pressline.ingest.source.RecordSource.RepoSource;
import dev.pressline.kit.failure.Backoff;
import dev.pressline.kit.failure.Retry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is published of the state of an account whose repository is read. */
class AccountReadingTest {

    private static final Backoff HASTY = new Backoff(Duration.ofMillis(1), Duration.ofMillis(2));

    private final Bench bench = new Bench();
    private final FakeNetwork network;
    private final RepoReader reader;
    private KnownRecords.Known account = new KnownRecords.Known(false, Optional.empty());

    AccountReadingTest() throws IOException {
        network = new FakeNetwork();
        reader = TestReader.of(network, bench.intakes, TestReader.WANTED, new Knowledge());
    }

    private final class Knowledge implements TestReader.OlderRecords {

        @Override
        public List<AtUri> olderThan(Did did, Tid rev, Runnable working) {
            return List.of();
        }

        @Override
        public Known account(Did did, Runnable working) {
            return account;
        }
    }

    @AfterEach
    void close() {
        network.close();
    }

    private void read(RecordSource source) {
        Reading reading =
                new Reading(
                        source,
                        FakeNetwork.DID.value(),
                        Optional.empty(),
                        false,
                        new Progress(change -> {}),
                        place -> {});
        new Retry(HASTY, () -> {}).whileDown("reading", () -> reader.read(reading));
    }

    private void read() {
        read(new RepoBackfillSource(FakeNetwork.DID.value()));
    }

    private static KnownRecords.Known shown() {
        return new KnownRecords.Known(true, Optional.empty());
    }

    private static KnownRecords.Known hidden(String status) {
        Tid rev = Tid.of(1_770_000_000_000_000L, 0);
        RepoStatus state = RepoStatus.of(false, status);
        return new KnownRecords.Known(
                true, Optional.of(new KnownAccount(FakeNetwork.DID, rev, state)));
    }

    private List<String> states() {
        return bench.sent(Topics.RAW).stream()
                .filter(event -> event.key().equals(FakeNetwork.DID.value()))
                .map(event -> new String(event.value(), StandardCharsets.UTF_8))
                .toList();
    }

    @Test
    void account_shownButInactiveAtItsPds_isPublishedAsItIs() {
        // Given
        account = shown();
        network.misbehaveAt(
                "getRepoStatus",
                FakeNetwork.status(200, "{\"active\":false,\"status\":\"takendown\"}"));

        // When
        read();

        // Then
        assertThat(states()).singleElement().asString().contains("false", "takendown");
    }

    @Test
    void account_shownThatItsPdsDoesNotKnow_isPublishedAsDeleted() {
        // Given
        account = shown();
        FakeNetwork.Fault unknown =
                FakeNetwork.status(400, "{\"error\":\"RepoNotFound\",\"message\":\"\"}");
        network.misbehaveAt("getRepoStatus", unknown, unknown);

        // When
        read();

        // Then
        assertThat(states()).singleElement().asString().contains("false", "deleted");
    }

    @Test
    void account_hiddenButActiveAtItsPds_isPublishedAsActive() {
        // Given
        account = hidden("deactivated");

        // When
        read();

        // Then
        assertThat(states()).singleElement().asString().contains("true").doesNotContain("status");
        assertThat(bench.sent(Topics.RAW).getFirst().key()).isEqualTo(FakeNetwork.DID.value());
    }

    @Test
    void account_thatIsAsWeShowIt_isNotPublished() {
        // Given
        account = shown();

        // When
        read();

        // Then
        assertThat(states()).isEmpty();
    }

    @Test
    void account_thatAStreamDoubts_isPublishedAlthoughItIsAsWeShowIt() {
        // Given
        account = shown();

        // When
        read(new RepoSource(FakeNetwork.DID));

        // Then
        assertThat(states()).singleElement().asString().contains("true");
    }

    @Test
    void account_ofWhichNothingIsKnown_isNotAskedFor() {
        // When
        read();

        // Then
        assertThat(network.requests()).noneMatch(request -> request.contains("getRepoStatus"));
    }

    @Test
    void account_whosePdsDoesNotTell_isLeftAsItIs() {
        // Given
        account = hidden("takendown");
        network.misbehaveAt(
                "getRepoStatus", FakeNetwork.status(501, "{\"error\":\"MethodNotImplemented\"}"));

        // When
        read();

        // Then
        assertThat(states()).isEmpty();
    }
}
