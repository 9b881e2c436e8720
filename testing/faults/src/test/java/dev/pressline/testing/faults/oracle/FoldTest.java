package dev.pressline.testing.faults.oracle;

import static dev.pressline.testing.faults.oracle.Logs.DID;
import static dev.pressline.testing.faults.oracle.Logs.account;
import static dev.pressline.testing.faults.oracle.Logs.delete;
import static dev.pressline.testing.faults.oracle.Logs.document;
import static dev.pressline.testing.faults.oracle.Logs.entry;
import static dev.pressline.testing.faults.oracle.Logs.present;
import static dev.pressline.testing.faults.oracle.Logs.uri;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pressline.contract.identifier.AtUri;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FoldTest {

    @Test
    void record_writtenOftenInAnyOrder_standsAtItsLastVersion() {
        // Given
        List<LogEntry> log =
                new ArrayList<>(
                        List.of(
                                document("a", 1, "x"),
                                document("a", 3, "y"),
                                document("a", 2, "z"),
                                document("b", 1, "x"),
                                delete("b", 2),
                                document("b", 1, "x"),
                                delete("c", 5),
                                document("c", 5, "x")));

        // When
        Expectation expected = Logs.fold(log);

        // Then
        assertThat(expected.records())
                .containsEntry(uri("a"), present(3))
                .containsEntry(uri("b"), new Standing.Gone())
                .containsEntry(uri("c"), new Standing.Gone());
        for (int seed = 0; seed < 20; seed++) {
            Collections.shuffle(log, new Random(seed));
            assertThat(Logs.fold(log)).isEqualTo(expected);
        }
    }

    @Test
    void feeds_ofDocuments_holdThemNewestFirstWhereTheyBelong() {
        // Given
        List<LogEntry> log =
                List.of(
                        document("a", 1, "x"),
                        document("b", 2, "x"),
                        document("c", 3, "y"),
                        document("a", 4, "y"),
                        delete("c", 5));

        // When
        Expectation expected = Logs.fold(log);

        // Then
        List<AtUri> both = List.of(uri("b"), uri("a"));
        assertThat(expected.feeds())
                .containsEntry("", both)
                .containsEntry("author/" + DID + "/", both)
                .containsEntry("publication/" + DID + "/paper/", both)
                .containsEntry("tag/x/", List.of(uri("b")))
                .containsEntry("tag/y/", List.of(uri("a")))
                .hasSize(5);
    }

    @Test
    void account_thatIsNotActive_hidesItsRecordsAndDeletedTakesThemAway() {
        // Given
        LogEntry document = document("a", 1, "x");

        // When
        Expectation away = Logs.fold(List.of(document, account(2, "deactivated")));
        Expectation back = Logs.fold(List.of(account(3, ""), account(2, "deactivated"), document));
        Expectation gone = Logs.fold(List.of(document, account(2, "deleted")));

        // Then
        assertThat(away.records()).containsEntry(uri("a"), new Standing.Hidden());
        assertThat(away.feeds()).isEmpty();
        assertThat(back.records()).containsEntry(uri("a"), present(1));
        assertThat(gone.records()).containsEntry(uri("a"), new Standing.Gone());
    }

    @Test
    void poison_ofEachKind_isADeadLetterOfItsReasonAndNothingElse() {
        // Given
        String key = uri("a").toString();
        List<LogEntry> log =
                List.of(
                        entry(key, "", "{}"),
                        entry("no key", Logs.rev(1), "{}"),
                        entry(key, Logs.rev(1), "{"),
                        entry(key, Logs.rev(1), ""),
                        entry(key, Logs.rev(1), "[]"),
                        entry(key, "7zzzzzzzzzzzz", "{}"));

        // When
        Expectation expected = Logs.fold(log);

        // Then
        assertThat(expected.records()).isEmpty();
        assertThat(expected.deadLetters().values())
                .containsExactly(
                        "unreadable-envelope",
                        "unreadable-envelope",
                        "not-json",
                        "not-json",
                        "not-an-object",
                        "rev-from-the-future");
    }
}
