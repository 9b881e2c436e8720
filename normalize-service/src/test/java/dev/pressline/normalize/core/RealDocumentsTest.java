package dev.pressline.normalize.core;

import dev.pressline.contract.identifier.Tid;
import dev.pressline.contract.serde.ContractJson;
import dev.pressline.normalize.repair.RepairSwitches;
import dev.pressline.normalize.testing.Golden;
import dev.pressline.normalize.testing.RealRecords;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The whole normalized value of every real record; {@code normalized/README.md} says how each was
 * judged.
 */
class RealDocumentsTest {

    /** Later than every date in the records. */
    private static final Tid REV =
            Tid.of(Instant.parse("2026-11-01T00:00:00Z").toEpochMilli() * 1_000, 0);

    static List<RealRecords.Sample> published() {
        return RealRecords.all().stream()
                .filter(sample -> sample.uri().collection().value().startsWith("site.standard."))
                .filter(sample -> !sample.uri().collection().value().contains(".graph."))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("published")
    void value_ofARealRecord_isTheReviewedOne(RealRecords.Sample sample) throws IOException {
        // When
        RawRecord record = new RawRecord(Records.envelope(sample.uri(), REV), sample.value());
        Identity identity = Identity.of(sample.uri().did());
        Normalization result = new Normalizer(RepairSwitches.ALL).normalize(record, identity);

        // Then
        Normalization.Published published = (Normalization.Published) result;
        byte[] json = ContractJson.write(published.value());
        Golden.assertMatches(
                "normalized/" + sample + ".json", ContractJson.mapper().readTree(json));
    }
}
