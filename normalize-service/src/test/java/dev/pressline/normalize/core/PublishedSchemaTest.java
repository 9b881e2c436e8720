package dev.pressline.normalize.core;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pressline.contract.Schemas;
import dev.pressline.contract.event.EventType;
import dev.pressline.contract.identifier.AtUri;
import dev.pressline.contract.serde.ContractJson;
import dev.pressline.normalize.repair.RepairSwitches;
import dev.pressline.normalize.testing.RealRecords;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What normalize publishes is what the contract's JSON Schema says. */
class PublishedSchemaTest {

    static List<RealRecords.Sample> real() {
        return RealRecords.all();
    }

    static Stream<JsonNode> corpus() {
        return Stream.of("corpus/clean.ndjson", "corpus/mangled.ndjson")
                .flatMap(file -> Records.lines(file).stream());
    }

    @ParameterizedTest
    @MethodSource("real")
    void value_ofARealRecord_isValid(RealRecords.Sample sample) {
        assertValid(sample.uri(), sample.value());
    }

    @ParameterizedTest
    @MethodSource("corpus")
    void value_ofACleanOrMangledRecord_isValid(JsonNode record) {
        assertValid(Records.SEED, record);
    }

    private static void assertValid(AtUri uri, JsonNode record) {
        switch (Records.normalize(uri, record, RepairSwitches.ALL)) {
            case Normalization.Published published -> {
                byte[] written = ContractJson.write(published.value());
                assertThat(Schemas.faults(EventType.NORMALIZED, written)).isEmpty();
            }
            case Normalization.Joined joined -> assertThat(joined.collection()).isNotNull();
            case Normalization.Ignored ignored -> assertThat(ignored.collection()).isNotNull();
            case Normalization.Rejected rejected -> throw new AssertionError(rejected);
        }
    }
}
