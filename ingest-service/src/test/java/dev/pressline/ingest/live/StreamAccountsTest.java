package dev.pressline.ingest.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pressline.contract.event.Topics;
import dev.pressline.contract.identifier.Did;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

/** What a reader publishes of what a stream says of accounts. */
class StreamAccountsTest extends StreamReading {

    private static String marker(int seq, String kind, String fields) {
        return "{\"$type\":\"message\",\"payload\":{\"$type\":\"network.bsky.jetstream.subscribeEvents#%s\",\"seq\":%d,\"did\":\"%s\",\"time\":\"2026-06-15T15:06:40Z\",\"%s\":{%s}}}"
                .formatted(kind, seq, DID, kind, fields);
    }

    private void readAll(String... events) throws Exception {
        try (HostileStream host =
                HostileStream.start((socket, seen) -> List.of(events).forEach(socket::send))) {
            read(jetstream(host.url()), host.url(), Optional.empty());
            await(() -> lastCursor().contains("\"position\":" + events.length + ','));
        }
    }

    @Test
    void account_thatHoldsNothingWanted_isNotPublished() throws Exception {
        // When
        readAll(marker(1, "account", "\"active\":false"), marker(2, "identity", ""));

        // Then
        assertThat(bench.sent(Topics.RAW)).isEmpty();
        assertThat(doubtful).isEmpty();
        assertThat(
                        bench.registry
                                .counter("pressline.source.accounts.skipped", "source", "test")
                                .count())
                .isEqualTo(1);
    }

    @Test
    void account_thatAnotherReplicaHasNoted_isPublished() throws Exception {
        // Given
        bench.known.catchUp();
        bench.producer.sendAll(List.of(bench.known.note(Did.parse(DID))));

        // When
        readAll(marker(1, "account", "\"active\":false"));

        // Then
        assertThat(keys()).containsExactly(DID);
        assertThat(doubtful).isEmpty();
    }

    @Test
    void account_whoseFirstRecordJustCame_isPublished() throws Exception {
        // When
        readAll(event(1), marker(2, "account", "\"active\":false"));

        // Then
        assertThat(keys()).hasSize(2).endsWith(DID);
        assertThat(bench.sent(Topics.REPOS)).extracting(ProducerRecord::key).contains(DID);
    }

    @Test
    void account_activeAgainOrWithAnotherIdentity_isReadAnew() throws Exception {
        // Given
        bench.known.noted(List.of(Did.parse(DID)));

        // When
        readAll(marker(1, "account", "\"active\":true"), marker(2, "identity", ""));

        // Then
        assertThat(keys()).containsExactly(DID);
        assertThat(doubtful).containsExactly(Did.parse(DID), Did.parse(DID));
    }
}
