package dev.pressline.testing.faults.oracle;

import static dev.pressline.testing.faults.oracle.Finding.Kind.DOUBLED;
import static dev.pressline.testing.faults.oracle.Finding.Kind.EXTRA;
import static dev.pressline.testing.faults.oracle.Finding.Kind.LOST;
import static dev.pressline.testing.faults.oracle.Finding.Kind.STALE;
import static dev.pressline.testing.faults.oracle.Logs.DID;
import static dev.pressline.testing.faults.oracle.Logs.account;
import static dev.pressline.testing.faults.oracle.Logs.delete;
import static dev.pressline.testing.faults.oracle.Logs.document;
import static dev.pressline.testing.faults.oracle.Logs.entry;
import static dev.pressline.testing.faults.oracle.Logs.present;
import static dev.pressline.testing.faults.oracle.Logs.uri;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.pressline.contract.identifier.AtUri;
import dev.pressline.contract.output.ObjectKeys;
import dev.pressline.testing.faults.oracle.Observation.Letter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.assertj.core.api.ListAssert;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

/** A judgement that finds nothing proves something only if it finds every fault. */
class JudgementTest {

    private final Expectation expected =
            Logs.fold(
                    List.of(
                            document("a", 1, "x"),
                            document("b", 2, "x"),
                            document("c", 1, "x"),
                            delete("c", 2),
                            entry(uri("d").toString(), Logs.rev(1), "not JSON")));

    private final SortedMap<String, String> objects = new TreeMap<>();
    private final Map<AtUri, Standing.Present> documents = new HashMap<>();
    private final Map<String, List<AtUri>> feeds = new HashMap<>();
    private final List<Letter> letters = new ArrayList<>();

    /** What must stand, as it must. */
    JudgementTest() {
        for (String rkey : List.of("a", "b")) {
            objects.put(page(rkey), "hash of " + rkey);
        }
        objects.put("gone/" + page("c"), "hash of gone");
        documents.put(uri("a"), present(1));
        documents.put(uri("b"), present(2));
        expected.feeds().forEach((folder, items) -> feeds.put(folder, items));
        expected.deadLetters().forEach((id, reason) -> letters.add(new Letter(id, reason)));
    }

    private static String page(String rkey) {
        return ObjectKeys.page(ObjectKeys.document(uri(rkey)));
    }

    private ListAssert<Tuple> findings() {
        Observation seen = new Observation(objects, documents, feeds, letters);
        return assertThat(
                Judgement.of(expected, seen).stream()
                        .map(each -> tuple(each.kind(), each.subject()))
                        .toList());
    }

    @Test
    void everything_asItMust_isNoFinding() {
        findings().isEmpty();
    }

    @Test
    void record_thatIsLost_isNamed() {
        objects.remove(page("a"));
        documents.remove(uri("a"));

        findings()
                .containsExactly(
                        tuple(LOST, uri("a").toString()), tuple(LOST, uri("a").toString()));
    }

    @Test
    void record_ofAnOldVersion_isNamed() {
        documents.put(uri("b"), present(1));

        findings().containsExactly(tuple(STALE, uri("b").toString()));
    }

    @Test
    void record_thatNobodyWrote_isNamed() {
        documents.put(uri("e"), present(1));

        findings().containsExactly(tuple(EXTRA, uri("e").toString()));
    }

    @Test
    void deletedRecord_withoutItsMarkerOrStillThere_isNamed() {
        objects.remove("gone/" + page("c"));
        objects.put(page("c"), "hash of c");

        findings()
                .containsExactly(
                        tuple(STALE, uri("c").toString()), tuple(LOST, uri("c").toString()));
    }

    @Test
    void record_thatIsThereAndMarkedAsGone_isNamed() {
        objects.put("gone/" + page("a"), "hash of gone");

        findings().containsExactly(tuple(STALE, uri("a").toString()));
    }

    @Test
    void feed_withAnItemMoreLessOrTwice_isNamed() {
        feeds.put("", List.of(uri("b"), uri("c"), uri("a")));
        feeds.put("tag/x/", List.of(uri("b")));
        feeds.put("author/" + DID + "/", List.of(uri("b"), uri("b"), uri("a")));

        findings()
                .containsExactlyInAnyOrder(
                        tuple(EXTRA, "feed of /"),
                        tuple(LOST, "feed of /tag/x/"),
                        tuple(DOUBLED, "feed of /author/" + DID + "/"));
    }

    @Test
    void feed_inAnotherOrder_isNamed() {
        feeds.put("", List.of(uri("a"), uri("b")));

        findings().containsExactly(tuple(STALE, "feed of /"));
    }

    @Test
    void feed_thatIsMissingOrOfNothing_isNamed() {
        feeds.remove("tag/x/");
        feeds.put("tag/y/", List.of(uri("a")));

        findings().containsExactly(tuple(LOST, "feed of /tag/x/"), tuple(EXTRA, "feed of /tag/y/"));
    }

    @Test
    void deadLetter_missingDoubledOtherOrUnexpected_isNamed() {
        Letter letter = letters.getFirst();
        String name = "dead letter " + letter.id();

        letters.add(letter);
        findings().containsExactly(tuple(DOUBLED, name));

        letters.clear();
        findings().containsExactly(tuple(LOST, name));

        letters.add(new Letter(letter.id(), "unknown"));
        findings().containsExactly(tuple(STALE, name));

        letters.add(new Letter(new DeadLetterId("queue", "0@1"), "unknown"));
        findings().containsExactly(tuple(STALE, name), tuple(EXTRA, "dead letter queue 0@1"));
    }

    @Test
    void page_ofAnAccountThatIsNotActive_isNamedWhereItStands() {
        // Given
        Expectation hidden = Logs.fold(List.of(document("a", 1, "x"), account(2, "deactivated")));
        objects.put("gone/" + page("a"), "hash of gone");

        // When
        List<Finding> findings =
                Judgement.of(hidden, new Observation(objects, Map.of(), Map.of(), List.of()));

        // Then
        assertThat(findings)
                .extracting(Finding::kind, Finding::subject)
                .containsExactly(
                        tuple(STALE, uri("a").toString()), tuple(STALE, uri("a").toString()));
    }

    @Test
    void objects_thatDifferFromThoseOfAnotherRun_areNamed() {
        // Given
        SortedMap<String, String> reference = new TreeMap<>(Map.of("a", "1", "b", "2", "c", "3"));
        SortedMap<String, String> bucket = new TreeMap<>(Map.of("b", "2", "c", "4", "d", "5"));

        // When
        List<Finding> findings = Judgement.ofBytes(reference, bucket);

        // Then
        assertThat(findings)
                .extracting(Finding::kind, Finding::subject)
                .containsExactly(tuple(LOST, "a"), tuple(STALE, "c"), tuple(EXTRA, "d"));
        assertThat(Judgement.ofBytes(reference, reference)).isEmpty();
    }
}
