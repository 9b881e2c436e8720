package dev.pressline.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class BackfillLineTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static JsonNode json(String text) throws IOException {
        return JSON.readTree(text);
    }

    @Test
    void line_beforeAnythingWasRead_isNone() throws IOException {
        String nothing =
                """
                {"waiting":0,"reading":0,"hostsParked":0,"over":{"repos":0,"refused":0,"records":0},
                 "recordsPerSecond":0.0,"secondsLeft":null,"network":null}
                """;
        assertThat(BackfillLine.of(json(nothing))).isEmpty();
    }

    @Test
    void line_ofSomeRepositories_saysWhatIsLeftAndHowLong() throws IOException {
        String some =
                """
                {"waiting":7,"reading":2,"hostsParked":1,
                 "over":{"repos":1200,"refused":3,"records":34567},
                 "recordsPerSecond":512.4,"secondsLeft":75,"network":null}
                """;
        assertThat(BackfillLine.of(json(some)))
                .get()
                .asString()
                .startsWith("1,200 repos, 34,567 records, 3 refused, 9 to read, 1 hosts parked")
                .contains("512 records/s")
                .endsWith("left");
    }

    @Test
    void line_ofTheNetwork_saysHowManyAreFoundAndWhatItWaitsFor() throws IOException {
        String network =
                """
                {"waiting":100,"reading":2,"hostsParked":0,
                 "over":{"repos":5,"refused":0,"records":10},"recordsPerSecond":0.0,
                 "secondsLeft":null,
                 "network":{"found":20000,"listed":false,"aside":4,"detail":"the relay is down",
                  "over":{"repos":12000,"refused":8,"records":345678}}}
                """;
        assertThat(BackfillLine.of(json(network)))
                .get()
                .asString()
                .startsWith("12,000 repos of 20,000 found so far, 345,678 records, 8 refused")
                .endsWith("; the relay is down");
    }

    @Test
    void tally_ofSeveral_countsWhatIsOverAndWhoWaits() throws IOException {
        // Given
        BackfillTally tally = new BackfillTally(3);

        // When
        tally.add(json("{\"phase\":\"done\",\"records\":5,\"deleted\":1,\"detail\":\"\"}"));
        tally.add(json("{\"phase\":\"refused\",\"detail\":\"no such account\"}"));
        tally.add(json("{\"phase\":\"resolving\",\"detail\":\"waiting, resolving: 503\"}"));

        // Then
        assertThat(tally.over()).isEqualTo(2);
        assertThat(tally.refused()).hasSize(1);
        assertThat(tally.text()).isEqualTo("5 records of 3 repos, 1 deleted, 1 refused, 1 waiting");
    }
}
