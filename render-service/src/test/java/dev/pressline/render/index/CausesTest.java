package dev.pressline.render.index;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pressline.contract.event.EnvelopeHeaders;
import dev.pressline.contract.identifier.AtUri;
import dev.pressline.render.job.PrintJob;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

class CausesTest {

    private static final AtUri URI =
            AtUri.parse("at://did:web:writer.example/site.standard.document/one");
    private static final PrintJob JOB = new PrintJob.RemoveDocument(URI, true, Optional.empty());
    private static final String TRACE = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
    private static final Instant WRITTEN = Instant.parse("2026-06-15T12:00:00Z");

    private final MemoryStore store = new MemoryStore();
    private final Causes causes = new Causes(store);

    private static Cause cause(String origin, Instant written) {
        Headers headers = new RecordHeaders();
        EnvelopeHeaders.add(headers, "ce_origin", origin);
        EnvelopeHeaders.add(headers, "ce_time", written.toString());
        return Cause.of(headers, written.plusSeconds(5).toEpochMilli());
    }

    @Test
    void job_ofADocumentThatALiveEventChanged_tellsWhenItWasWritten() {
        // Given
        causes.note(URI, cause("live", WRITTEN));
        causes.note(URI, cause("live", WRITTEN.plusSeconds(9)));

        // When
        Headers job = new RecordHeaders();
        causes.take(JOB).orElseThrow().addTo(job);

        // Then
        assertThat(EnvelopeHeaders.liveSince(job)).contains(WRITTEN);
        assertThat(EnvelopeHeaders.trace(job)).isEmpty();
    }

    @Test
    void job_givenAgain_tellsNothing() {
        // Given
        causes.note(URI, cause("live", WRITTEN));
        causes.take(JOB);

        // Then
        assertThat(causes.take(JOB)).isEmpty();
        assertThat(store.after("w", "w")).isEmpty();
    }

    @Test
    void event_thatWasNeitherLiveNorTraced_leavesNothing() {
        // When
        causes.note(URI, cause("backfill", WRITTEN));

        // Then
        assertThat(store.after("w", "w")).isEmpty();
    }

    @Test
    void event_thatIsTraced_leavesItsTrace() {
        // Given
        Headers headers = new RecordHeaders();
        EnvelopeHeaders.add(headers, EnvelopeHeaders.TRACE, TRACE);
        causes.note(URI, Cause.of(headers, 0));

        // When
        Headers job = new RecordHeaders();
        causes.take(JOB).orElseThrow().addTo(job);

        // Then
        assertThat(EnvelopeHeaders.trace(job)).contains(TRACE);
        assertThat(EnvelopeHeaders.liveSince(job)).isEmpty();
    }
}
