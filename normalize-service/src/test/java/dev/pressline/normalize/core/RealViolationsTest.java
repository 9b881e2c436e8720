package dev.pressline.normalize.core;

import dev.pressline.contract.document.AccountState;
import dev.pressline.contract.document.Document;
import dev.pressline.contract.document.Publication;
import dev.pressline.contract.document.Subscription;
import dev.pressline.contract.document.Violation;
import dev.pressline.normalize.repair.RepairSwitches;
import dev.pressline.normalize.testing.Golden;
import dev.pressline.normalize.testing.RealRecords;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * What every real record breaks, read by hand against the lexicons: the records that were saved
 * without their outer fields lack {@code site} and {@code publishedAt}, one image is too large, one
 * tag too long. Sixteen records also have fields that no lexicon names, such as {@code image} for
 * {@code blob}; lexicons are open, so that breaks nothing.
 */
class RealViolationsTest {

    @Test
    void records_normalized_breakWhatWasJudgedAndNoneIsRejected() throws IOException {
        // Given
        Map<String, List<String>> violations = new TreeMap<>();

        // When
        for (RealRecords.Sample sample : RealRecords.all()) {
            Normalization result =
                    Records.normalize(sample.uri(), sample.value(), RepairSwitches.ALL);
            violations.put(name(sample), violations(result));
        }

        // Then
        Golden.assertMatches("violations.json", violations);
    }

    private static String name(RealRecords.Sample sample) {
        return sample.uri().collection() + "/" + sample.uri().rkey();
    }

    private static List<String> violations(Normalization result) {
        return found(result).stream().map(v -> v.field() + " " + v.constraint()).toList();
    }

    private static List<Violation> found(Normalization result) {
        return switch (result) {
            case Normalization.Published(Document document) -> document.violations();
            case Normalization.Published(Publication publication) -> publication.violations();
            case Normalization.Published(Subscription subscription) -> subscription.violations();
            case Normalization.Published(AccountState state) -> List.of();
            case Normalization.Joined joined -> List.of();
            case Normalization.Ignored ignored -> List.of();
            case Normalization.Rejected rejected -> throw new AssertionError(rejected);
        };
    }
}
