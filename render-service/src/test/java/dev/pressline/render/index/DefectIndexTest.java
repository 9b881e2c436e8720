package dev.pressline.render.index;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.pressline.contract.document.Certainty;
import dev.pressline.contract.document.Document;
import dev.pressline.contract.document.Repair;
import dev.pressline.contract.identifier.AtUri;
import dev.pressline.contract.repair.RuleGuide;
import dev.pressline.render.defect.Defect;
import dev.pressline.render.defect.DefectReport;
import dev.pressline.render.defect.Publisher;
import dev.pressline.render.job.Item;
import dev.pressline.render.job.Membership;
import dev.pressline.render.page.ListingEntry;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DefectIndexTest {

    private static final Publisher PAPER = new Publisher.OfPublication(Fixtures.PUBLICATION);
    private static final Publisher ALL = new Publisher.Everybody();

    private final MemoryStore store = new MemoryStore();
    private final DefectIndex defects = new DefectIndex(store);

    private static Membership listed(int number, String title, String... rules) {
        Document document = Fixtures.document(number, 1, title);
        ListingEntry entry =
                ListingEntry.of(
                        document, Optional.of(Fixtures.publication(1, "https://paper.example")));
        List<Defect> defects =
                Stream.of(rules)
                        .flatMap(rule -> Defect.of(repaired(document, rule)).stream())
                        .toList();
        return new Membership(new Item(entry, "0".repeat(64)), defects);
    }

    private static Document repaired(Document document, String rule) {
        return Fixtures.withRepairs(
                document,
                List.of(
                        repair(rule, "/title", "worn"),
                        repair(rule, "/description", "worn as well")));
    }

    private static Repair repair(String rule, String field, String before) {
        return new Repair(
                field,
                rule,
                1,
                Certainty.CERTAIN,
                TextNode.valueOf(before),
                TextNode.valueOf("mended"));
    }

    private void place(int number, Membership membership) {
        defects.place(Fixtures.documentUri(number), Optional.of(membership));
    }

    private static List<String> counts(DefectReport report) {
        return report.rules().stream().map(rule -> rule.rule() + " " + rule.documents()).toList();
    }

    @Test
    void report_ofDocumentsWithDefects_countsDocumentsOfEachRuleMostFrequentFirst() {
        // Given
        place(1, listed(1, "One", "empty-tags"));
        place(2, listed(2, "Two", "empty-tags", "mojibake"));
        place(3, listed(3, "Three"));

        // When
        DefectReport report = defects.report(PAPER);

        // Then
        assertThat(counts(report)).containsExactly("empty-tags 2", "mojibake 1");
        assertThat(report.name()).contains("The Paper");
        assertThat(report.rules().getFirst().fix()).isEqualTo(RuleGuide.of("empty-tags").fix());
        assertThat(report.rules().getFirst().examples())
                .extracting(DefectReport.Example::title)
                .containsExactly("Two", "One");
        assertThat(report.rules().getFirst().examples().getFirst().places()).isEqualTo(2);
        assertThat(counts(defects.report(ALL))).isEqualTo(counts(report));
        assertThat(defects.changed()).containsExactlyInAnyOrder(PAPER, ALL);
    }

    @Test
    void report_ofMoreThanAFewExamples_namesTheNewest() {
        // Given
        IntStream.rangeClosed(1, 9).forEach(i -> place(i, listed(i, "No " + i, "mojibake")));

        // When
        DefectReport.Rule rule = defects.report(ALL).rules().getFirst();

        // Then
        assertThat(rule.documents()).isEqualTo(9);
        assertThat(rule.examples())
                .extracting(DefectReport.Example::title)
                .containsExactly("No 9", "No 8", "No 7");
    }

    @Test
    void place_documentMendedAtTheSource_leavesTheReport() {
        // Given
        place(1, listed(1, "One", "mojibake"));
        place(2, listed(2, "Two", "mojibake"));

        // When
        place(1, listed(1, "One"));
        defects.place(Fixtures.documentUri(2), Optional.empty());

        // Then
        assertThat(defects.report(PAPER).rules()).isEmpty();
        defects.changed().forEach(defects::forget);
        assertThat(store.after("", "")).isEmpty();
    }

    @Test
    void place_sameDocumentAgain_changesNoReport() {
        // Given
        place(1, listed(1, "One", "mojibake"));
        defects.changed().forEach(defects::forget);

        // When
        place(1, listed(1, "One", "mojibake"));

        // Then
        assertThat(defects.changed()).isEmpty();
    }

    @Test
    void place_documentsInAnyOrderAndAgain_givesTheSameReport() {
        // Given
        List<Membership> all = new ArrayList<>();
        for (int i = 1; i <= 20; i++) {
            all.add(listed(i, "No " + i, i % 3 == 0 ? "mojibake" : "empty-tags", "date-spelling"));
        }
        all.forEach(each -> defects.place(uri(each), Optional.of(each)));
        DefectReport expected = defects.report(ALL);

        for (int seed = 0; seed < 20; seed++) {
            // When
            DefectIndex other = new DefectIndex(new MemoryStore());
            List<Membership> shuffled = new ArrayList<>(all);
            shuffled.addAll(all.subList(0, 10));
            Collections.shuffle(shuffled, new Random(seed));
            shuffled.forEach(each -> other.place(uri(each), Optional.of(each)));

            // Then
            assertThat(other.report(ALL)).isEqualTo(expected);
        }
    }

    @Test
    void report_ofADocumentThatNoAccountStandsBehind_isThatOfEverybodyAlone() {
        // Given
        Membership listed = listed(1, "One", "mojibake");
        ListingEntry entry = listed.item().entry();
        AtUri bare = AtUri.parse("at://did:pressline:abc/site.standard.document/one");
        ListingEntry ofNobody =
                new ListingEntry(
                        bare,
                        entry.title(),
                        entry.summary(),
                        entry.publishedAt(),
                        entry.language(),
                        List.of(),
                        Optional.empty(),
                        entry.tags(),
                        entry.readingMinutes(),
                        entry.cover());
        Item item = new Item(ofNobody, "0".repeat(64));

        // When
        defects.place(bare, Optional.of(new Membership(item, listed.defects())));

        // Then
        assertThat(defects.changed()).containsExactly(ALL);
        assertThat(defects.report(ALL).rules()).hasSize(1);
    }

    private static AtUri uri(Membership membership) {
        return membership.item().entry().uri();
    }
}
