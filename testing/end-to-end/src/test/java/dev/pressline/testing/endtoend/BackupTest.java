package dev.pressline.testing.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.pressline.atproto.LoopbackHost;
import dev.pressline.contract.event.EventKey;
import dev.pressline.contract.event.Topics;
import dev.pressline.contract.identifier.Did;
import dev.pressline.contract.identifier.Tid;
import dev.pressline.contract.output.ObjectKeys;
import dev.pressline.local.backup.Backup;
import dev.pressline.local.generation.StoreAccess;
import dev.pressline.local.process.LaunchException;
import dev.pressline.local.removal.RawHoldings;
import dev.pressline.local.removal.RemainsReport;
import dev.pressline.local.removal.RemovalEvents;
import dev.pressline.local.watch.KafkaAccess;
import dev.pressline.local.watch.TopicWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * What was saved and put back into empty brokers and an empty store becomes the same site, though
 * the hosts are gone; and what was erased before is in neither.
 */
@EnabledIfSystemProperty(named = "pressline.long", matches = "true")
@Timeout(600)
class BackupTest {

    private static final Did ERASED = Did.parse("did:web:erased.invalid");
    private static final Did HIDDEN = Did.parse("did:web:hidden.invalid");
    private static final int LARGE = 1_000_000;

    @TempDir Path data;

    private static KafkaAccess kafka(RunningPipeline pipeline) {
        return KafkaAccess.at(pipeline.addresses().bootstrapServers());
    }

    private static StoreAccess store(RunningPipeline pipeline) {
        return StoreAccess.of(pipeline.addresses());
    }

    private static String[] rows(String pictured, byte[] picture) {
        List<String> rows = new ArrayList<>();
        rows.add(Rows.publication(1, "https://blog.invalid"));
        for (int number = 2; number < 12; number++) {
            rows.add(Rows.document("d" + number, number, "Document " + number));
        }
        rows.add(Rows.document("gone", 20, "Gone"));
        rows.add(Rows.delete("gone", 21));
        rows.add(Rows.document("large", 22, "x".repeat(LARGE)));
        rows.add(Rows.tagged("tagged", 23, "Tagged", "words"));
        rows.add(Pictures.row(pictured, "covered", 24, picture));
        for (Did other : List.of(ERASED, HIDDEN)) {
            rows.add(Rows.tagged("theirs", 25, "Theirs", "words").replace(Rows.DID, other.value()));
        }
        return rows.toArray(String[]::new);
    }

    private static void send(RunningPipeline pipeline, List<ProducerRecord<String, byte[]>> all) {
        try (TopicWriter writer = new TopicWriter(kafka(pipeline))) {
            writer.send(all);
        }
        pipeline.awaitQuiet();
    }

    private static void hideOneAndEraseAnother(RunningPipeline pipeline) {
        List<EventKey> subjects = List.of(new EventKey.OfAccount(ERASED));
        RawHoldings holdings = RawHoldings.of(kafka(pipeline), subjects);
        Tid rev = holdings.next();
        assertThat(holdings.held()).hasSize(1);
        List<ProducerRecord<String, byte[]>> events = new ArrayList<>();
        events.add(RemovalEvents.hidden(HIDDEN, rev, "takendown"));
        events.add(RemovalEvents.hidden(ERASED, rev, "deleted"));
        holdings.held().forEach(uri -> events.add(RemovalEvents.deleted(uri, rev)));
        send(pipeline, events);
    }

    private static void assertErased(RunningPipeline pipeline) {
        assertThat(pipeline.get("/author/" + ERASED + '/').statusCode()).isEqualTo(410);
        assertThat(pipeline.get("/author/" + HIDDEN + '/').statusCode()).isEqualTo(404);
        RemainsReport left =
                RemainsReport.of(
                        kafka(pipeline), store(pipeline), List.of(new EventKey.OfAccount(ERASED)));
        assertThat(left.folders()).isEmpty();
        assertThat(left.topics())
                .filteredOn(each -> List.of(Topics.RAW, Topics.NORMALIZED).contains(each.topic()))
                .extracting(RemainsReport.OnTopic::lasting)
                .containsExactly(1L, 1L);
    }

    @Test
    void pipeline_putBackWhereNothingIs_becomesTheSameSite() {
        // Given
        Path saved = data.resolve("saved");
        byte[] picture = Pictures.png(0x010203);
        Map<String, String> site;
        String blob;
        try (FakePlc plc = new FakePlc();
                RunningPipeline first =
                        RunningPipeline.start(data.resolve("first"), plc.settings(Map.of()))) {
            LoopbackHost pds =
                    LoopbackHost.start(
                            LoopbackHost.answering(
                                    "200 OK", "Content-Type: image/png\r\n", picture));
            String pictured = plc.account(pds);
            blob = '/' + ObjectKeys.blobs(Did.parse(pictured)) + Pictures.cid(picture);
            first.importRows(rows(pictured, picture));
            assertThat(first.get(blob).statusCode()).isEqualTo(200);
            hideOneAndEraseAnother(first);
            assertErased(first);
            site = first.site();

            // When
            new Backup(kafka(first), store(first)).save(saved);
        }

        // Then
        try (RunningPipeline second =
                RunningPipeline.start(data.resolve("second"), RunningPipeline.ALONE)) {
            Backup backup = new Backup(kafka(second), store(second));
            backup.restore(saved);
            second.awaitQuiet();
            assertThat(second.site()).containsExactlyInAnyOrderEntriesOf(site);
            assertThat(second.get(blob).body()).isEqualTo(picture);
            assertErased(second);
            assertThatExceptionOfType(LaunchException.class)
                    .isThrownBy(() -> backup.restore(saved))
                    .withMessageContaining("holds records");
        }
    }
}
