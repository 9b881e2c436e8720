package dev.pressline.ingest.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pressline.atproto.http.GuardedHttp;
import dev.pressline.atproto.identity.DidResolver;
import dev.pressline.contract.event.Topics;
import dev.pressline.contract.identifier.Did;
import dev.pressline.ingest.Bench;
import dev.pressline.ingest.row.RowParser;
import dev.pressline.ingest.row.WantedCollections;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;

class TapIntakeTest {

    private static final String DID = "did:plc:ewvi7nxzyoun6zhxrhs64oiz";

    @Test
    void event_isDone_onlyWhenTheBrokersHaveIt() throws Exception {
        // Given
        Bench slow = new Bench(false);
        slow.known.noted(List.of(Did.parse(DID)));
        Clock clock = Clock.systemUTC();
        TapIntake intake =
                new TapIntake(
                        slow.intakes,
                        new RowParser(new WantedCollections(List.of("site.standard.*"))),
                        new DidResolver(
                                new GuardedHttp(true, clock), "http://127.0.0.1:9/", true, clock),
                        clock);
        String event =
                "{\"id\":9,\"type\":\"record\",\"record\":{\"did\":\"%s\",\"action\":\"delete\",\"rev\":\"3mf42slbt3g42\",\"collection\":\"site.standard.document\",\"rkey\":\"r\"}}"
                        .formatted(DID);

        // When
        Thread taking =
                Thread.ofVirtual().start(() -> intake.take(event.getBytes(StandardCharsets.UTF_8)));
        while (slow.sent(Topics.RAW).isEmpty()) {
            Thread.onSpinWait();
        }

        // Then
        assertThat(taking.isAlive()).isTrue();
        slow.kafka.completeNext();
        taking.join();
    }
}
