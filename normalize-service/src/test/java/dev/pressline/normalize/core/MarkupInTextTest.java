package dev.pressline.normalize.core;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pressline.contract.document.Block;
import dev.pressline.contract.document.Certainty;
import dev.pressline.contract.document.Document;
import dev.pressline.contract.document.Inline;
import dev.pressline.contract.document.LinkAnchor;
import dev.pressline.contract.document.Repair;
import dev.pressline.contract.document.Violation;
import dev.pressline.contract.serde.ContractJson;
import dev.pressline.normalize.repair.RepairSwitches;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What becomes of markup where plain text belongs, and of what is only reported. */
class MarkupInTextTest {

    @Test
    void markdown_inPlainText_becomesStyledBlocks() {
        // Given
        String text = "## Head\n\nSee [the _docs_](https://example.org/d), ~~not~~ here.";

        // When
        Document document = document("t", text, RepairSwitches.ALL);

        // Then
        assertThat(document.text()).isEqualTo("Head\n\nSee the docs, not here.");
        assertThat(document.body().blocks())
                .containsExactly(
                        new Block.Heading(2, List.of(new Inline.Text("Head"))),
                        new Block.Paragraph(
                                List.of(
                                        new Inline.Text("See "),
                                        new Inline.Link(
                                                "https://example.org/d",
                                                List.of(
                                                        new Inline.Text("the "),
                                                        new Inline.Emphasis(
                                                                List.of(new Inline.Text("docs"))))),
                                        new Inline.Text(", "),
                                        new Inline.Strikethrough(List.of(new Inline.Text("not"))),
                                        new Inline.Text(" here."))));
        assertThat(document.links())
                .containsExactly(
                        new LinkAnchor(
                                "the docs",
                                Optional.of("https://example.org/d"),
                                Certainty.CERTAIN));
    }

    @Test
    void markedLines_inPlainText_becomeListsAndQuotations() {
        // Given
        String text =
                "## Head\n\n  * one **two**\n  * _three_\n\n> four\n> five\n\n7. six\n8. seven";

        // When
        Document document = document("t", text, RepairSwitches.ALL);

        // Then
        assertThat(document.text()).isEqualTo("Head\n\none two\nthree\n\nfour\nfive\n\nsix\nseven");
        assertThat(document.body().blocks())
                .containsExactly(
                        new Block.Heading(2, List.of(new Inline.Text("Head"))),
                        new Block.ItemList(
                                false,
                                1,
                                List.of(
                                        item(
                                                new Inline.Text("one "),
                                                new Inline.Strong(List.of(new Inline.Text("two")))),
                                        item(
                                                new Inline.Emphasis(
                                                        List.of(new Inline.Text("three")))))),
                        new Block.Quote(
                                List.of(
                                        new Block.Paragraph(
                                                List.of(
                                                        new Inline.Text("four"),
                                                        new Inline.LineBreak(),
                                                        new Inline.Text("five"))))),
                        new Block.ItemList(
                                true,
                                7,
                                List.of(
                                        item(new Inline.Text("six")),
                                        item(new Inline.Text("seven")))));
    }

    private static Block.ListItem item(Inline... inlines) {
        return new Block.ListItem(List.of(new Block.Paragraph(List.of(inlines))));
    }

    @Test
    void markdown_withTheRulesSwitchedOff_staysAsItIs() {
        String text = "## Head\n\nSee [docs](https://example.org/d).";
        Set<String> off = Set.of("heading-marks", "link-marks");

        Document document = document("t", text, RepairSwitches.of(true, off));

        assertThat(document.text()).isEqualTo(text);
        assertThat(document.repairs()).isEmpty();
    }

    @Test
    void html_inPlainText_becomesBlocksAndWords() {
        // Given
        String text = "<h2>Head</h2><p>One <em>two</em><script>alert(1)</script></p>";

        // When
        Document document = document("t", text, RepairSwitches.ALL);

        // Then
        assertThat(document.text()).isEqualTo("Head\n\nOne two");
        assertThat(document.body().source()).isEqualTo("text");
        assertThat(document.body().blocks())
                .hasSize(2)
                .first()
                .isEqualTo(new Block.Heading(2, List.of(new Inline.Text("Head"))));
        assertThat(document.repairs()).extracting(Repair::rule).containsExactly("html-text");
    }

    @Test
    void html_withMoreDamageInIt_givesTheWordsOfTheLastRepair() {
        Document document =
                document("t", "<p>Itâ€™s &amp;amp; **so**</p><p>x</p>", RepairSwitches.ALL);

        assertThat(document.text()).isEqualTo("It’s & so\n\nx");
    }

    @Test
    void content_thatBeginsWithTheTitle_showsItOnce() {
        // Given
        ObjectNode record = ContractJson.mapper().createObjectNode();
        record.put("$type", "site.standard.document").put("title", "My Post");
        record.putObject("content")
                .put("$type", "site.standard.content.markdown")
                .put("text", "# My post\n\nWords.\n\n# My post");

        // When
        Document document = Records.document(record, RepairSwitches.ALL);

        // Then
        assertThat(document.body().blocks()).hasSize(2);
        assertThat(document.text()).isEqualTo("Words.\n\nMy post");
        assertThat(document.repairs()).extracting(Repair::rule).containsExactly("repeated-heading");
    }

    @Test
    void path_withDoubledPrefix_isReportedNotRepaired() {
        ObjectNode record = ContractJson.mapper().createObjectNode();
        record.put("$type", "site.standard.document").put("title", "Test");
        record.put("publishedAt", "2026-01-01T00:00:00Z");
        record.put("site", "https://example.org/docs").put("path", "/docs/x");

        Document document = Records.document(record, RepairSwitches.ALL);

        assertThat(document.repairs()).isEmpty();
        assertThat(document.violations())
                .extracting(Violation::constraint)
                .containsExactly("doubledPrefix", "placeholderTitle");
    }

    private static Document document(String title, String text, RepairSwitches switches) {
        ObjectNode record = ContractJson.mapper().createObjectNode();
        record.put("$type", "site.standard.document").put("title", title);
        record.put("publishedAt", "2026-01-01T00:00:00Z").put("site", "https://example.org");
        record.put("path", "/x").put("textContent", text);
        return Records.document(record, switches);
    }
}
