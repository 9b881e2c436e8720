package dev.pressline.kit.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClockDifferenceTest {

    private static final String DATE = "Fri, 27 Nov 2026 02:00:00 GMT";

    private static Response refusal(Optional<String> date, Instant received) {
        Response.Builder refusal =
                new Response.Builder()
                        .request(new Request.Builder().url("http://store.example/").build())
                        .protocol(Protocol.HTTP_1_1)
                        .code(403)
                        .message("Forbidden")
                        .receivedResponseAtMillis(received.toEpochMilli());
        date.ifPresent(each -> refusal.header("Date", each));
        return refusal.build();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-28T02:00:00Z, '; our clock is 1440 minutes ahead of the store''s'",
        "2026-11-27T01:40:00Z, '; our clock is 20 minutes behind the store''s'",
        "2026-11-27T02:05:00Z, '; our clock is 5 minutes ahead of the store''s'",
        "2026-11-27T02:04:59Z, ''",
        "2026-11-27T01:55:01Z, ''"
    })
    void refusal_byAStoreWithAnotherTime_saysSo(Instant ours, String said) {
        assertThat(ClockDifference.of(refusal(Optional.of(DATE), ours))).isEqualTo(said);
    }

    @Test
    void refusal_withoutADate_saysNothing() {
        assertThat(ClockDifference.of(refusal(Optional.empty(), Instant.EPOCH))).isEmpty();
    }
}
