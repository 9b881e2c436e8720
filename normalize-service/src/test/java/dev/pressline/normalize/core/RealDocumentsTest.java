package dev.pressline.normalize.core;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pressline.contract.identifier.AtUri;
import dev.pressline.contract.identifier.Tid;
import dev.pressline.contract.serde.ContractJson;
import dev.pressline.normalize.convert.PartReferences;
import dev.pressline.normalize.convert.source.Elsewhere;
import dev.pressline.normalize.repair.RepairSwitches;
import dev.pressline.normalize.testing.Golden;
import dev.pressline.normalize.testing.RealRecords;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

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
        Golden.assertMatches(
                "normalized/" + sample + ".json", normalized(sample, Elsewhere.NOTHING));
    }

    /** The document of GreenGale names its body, that of pckt a gallery. */
    @ParameterizedTest
    @ValueSource(strings = {"document-3mmozgypkle2s", "document-3mmrd52hpdakk"})
    void value_ofARealRecordWithItsPart_isTheReviewedOne(String name) throws IOException {
        // Given
        RealRecords.Sample sample =
                published().stream().filter(s -> s.name().equals(name)).findFirst().orElseThrow();
        Map<AtUri, JsonNode> parts =
                RealRecords.all().stream()
                        .filter(s -> PartReferences.isPart(s.uri().collection()))
                        .collect(Collectors.toMap(RealRecords.Sample::uri, s -> s.value()));

        // Then
        Golden.assertMatches(
                "normalized/" + name + "-joined.json",
                normalized(sample, new Elsewhere(parts, Map.of())));
    }

    private static JsonNode normalized(RealRecords.Sample sample, Elsewhere elsewhere)
            throws IOException {
        RawRecord record = new RawRecord(Records.envelope(sample.uri(), REV), sample.value());
        Identity identity = Identity.of(sample.uri().did());
        Normalization result =
                new Normalizer(RepairSwitches.ALL).normalize(record, identity, elsewhere);
        Normalization.Published published = (Normalization.Published) result;
        return ContractJson.mapper().readTree(ContractJson.write(published.value()));
    }
}
