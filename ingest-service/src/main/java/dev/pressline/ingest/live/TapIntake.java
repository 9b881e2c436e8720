package dev.pressline.ingest.live;

import dev.pressline.atproto.identity.DidResolver;
import dev.pressline.ingest.publish.Intake;
import dev.pressline.ingest.publish.Intakes;
import dev.pressline.ingest.row.RejectionReason;
import dev.pressline.ingest.row.Row;
import dev.pressline.ingest.row.RowParser;
import dev.pressline.ingest.source.RecordSource.StreamSource;
import dev.pressline.ingest.stream.StreamEvent;
import dev.pressline.ingest.stream.StreamMessage;
import dev.pressline.ingest.stream.TapDecoder;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;

/** Takes in the events that a Tap posts. Blocks while the brokers are down. Thread-safe. */
@ApplicationScoped
public class TapIntake {

    private static final StreamSource SOURCE = new StreamSource("tap-webhook");

    private final Intakes intakes;
    private final TapDecoder decoder;
    private final DidResolver dids;

    TapIntake(Intakes intakes, RowParser parser, DidResolver dids, Clock clock) {
        this.intakes = intakes;
        this.decoder = new TapDecoder(parser, clock);
        this.dids = dids;
    }

    /** Takes one event in; returns when the brokers have what came of it. */
    public void take(byte[] json) {
        Intake intake = intakes.open(SOURCE);
        for (Row row : rows(json)) {
            intake.take(1, row, json);
        }
        intake.flush();
    }

    private List<Row> rows(byte[] json) {
        if (json.length > RowParser.MAX_ROW) {
            return List.of(
                    new Row.Rejected(RejectionReason.TOO_LARGE, "", "more than a row may have"));
        }
        return switch (decoder.decode(new StreamMessage.Text(json))) {
            case StreamEvent.IdentityChanged changed -> {
                dids.forget(changed.did());
                yield changed.rows();
            }
            case StreamEvent.Placed placed -> placed.rows();
            case StreamEvent.Unreadable(RejectionReason reason, String text) ->
                    List.of(new Row.Rejected(reason, "", text));
            case StreamEvent.Gap gap -> List.of();
            case StreamEvent.Ended ended -> List.of();
            case StreamEvent.Nothing nothing -> List.of();
        };
    }
}
