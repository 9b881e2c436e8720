package dev.pressline.normalize.core;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pressline.contract.document.Document;
import dev.pressline.contract.serde.ContractJson;
import dev.pressline.normalize.repair.RepairSwitches;
import dev.pressline.normalize.testing.Articles;
import dev.pressline.normalize.testing.RegexpLoop;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A thousand clean articles stay as they are; a thousand damaged ones come back. */
class DamagedArticlesTest {

    private static final int ARTICLES = 1_000;
    private static final int ENOUGH = 990;

    /** An article as it was, and as the loop found it. */
    private record Linked(String clean, String markdown) {}

    @Test
    void cleanArticles_allOfThem_stayByteForByte() {
        for (int seed = 0; seed < ARTICLES; seed++) {
            // Given
            Articles articles = new Articles(seed);
            String text = articles.text();
            List<String> tags = articles.tags(articles.below(5));

            // When
            Document document = Records.document(record(text, tags), RepairSwitches.ALL);

            // Then
            assertThat(document.repairs()).as("repairs of %s", text).isEmpty();
            assertThat(document.text()).isEqualTo(text);
            assertThat(document.tags()).isEqualTo(tags);
        }
    }

    @ParameterizedTest
    @EnumSource(RegexpLoop.class)
    void articles_damagedByALinkLoop_comeBackWithTheirRealTags(RegexpLoop loop) {
        // Given
        List<String> wrong = new ArrayList<>();

        for (int seed = 0; seed < ARTICLES; seed++) {
            Articles articles = new Articles(seed);
            Linked linked = linked(articles);
            RegexpLoop.Left left = loop.run(linked.markdown());
            List<String> real = articles.tags(articles.below(4));
            List<String> tags = new ArrayList<>(real);
            tags.addAll(left.tags());

            // When
            Document document = Records.document(record(left.text(), tags), RepairSwitches.ALL);
            Document again =
                    Records.document(record(document.text(), document.tags()), RepairSwitches.ALL);

            // Then
            if (!document.text().equals(linked.clean()) || !document.tags().equals(real)) {
                wrong.add(report(seed, linked, tags, document));
            }
            assertThat(again.repairs()).as("repairs of %s", document.text()).isEmpty();
        }
        assertThat(wrong.size())
                .as(() -> String.join("\n", wrong))
                .isLessThanOrEqualTo(ARTICLES - ENOUGH);
    }

    @Test
    void articles_withOtherDamage_comeBackWhole() {
        for (int seed = 0; seed < ARTICLES; seed++) {
            // Given
            Articles articles = new Articles(seed);
            String text = articles.sentence() + " It’s “so”.\n\n" + articles.text();
            List<String> tags = articles.tags(1 + articles.below(3));
            ObjectNode record = record(text, tags);

            // When
            damage(articles, record, text, tags);
            Document document = Records.document(record, RepairSwitches.ALL);

            // Then
            assertThat(document.repairs()).as(record.toString()).isNotEmpty();
            assertThat(document.text()).isEqualTo(text);
            assertThat(document.tags()).isEqualTo(tags);
            assertThat(document.title()).isEqualTo("Tom & Ann");
            assertThat(document.canonicalUrl()).contains("https://example.org/blog/x");
            assertThat(document.publishedAt()).hasToString("Optional[2026-02-17T00:00:00Z]");
        }
    }

    /** A text with links, one of which has prose for a destination before others on its line. */
    private static Linked linked(Articles articles) {
        List<String> clean = new ArrayList<>();
        List<String> markdown = new ArrayList<>();
        int broken = articles.below(3);
        for (int i = 0; i < 3 + articles.below(3); i++) {
            String before = articles.once(3) ? withoutLinks(articles) + "\n\n" : "";
            StringBuilder line = new StringBuilder(articles.sentence()).append(' ');
            StringBuilder source = new StringBuilder(line);
            if (i == broken) {
                link(articles, line, source, destinationOfProse(articles));
            }
            for (int links = 1 + articles.below(4); links > 0; links--) {
                link(articles, line, source, "https://example.org/" + articles.word());
            }
            clean.add(before + line.toString().strip());
            markdown.add(before + source.toString().strip());
        }
        return new Linked(String.join("\n\n", clean), String.join("\n\n", markdown));
    }

    /** A text in which the loop finds nothing: what it takes from code is gone for good. */
    private static String withoutLinks(Articles articles) {
        String text = articles.text();
        while (text.contains("](")) {
            text = articles.text();
        }
        return text;
    }

    private static void link(
            Articles articles, StringBuilder line, StringBuilder source, String url) {
        String anchor = articles.phrase(1 + articles.below(3));
        String after = articles.pick(List.of(", ", " ", " and ", ". ", " as in [1] with "));
        line.append(anchor).append(after);
        source.append('[').append(anchor).append("](").append(url).append(')').append(after);
    }

    private static String destinationOfProse(Articles articles) {
        return "https://"
                + articles.phrase(6)
                + (articles.once(2) ? " \\(" + articles.word() + "\\) " : " ")
                + articles.phrase(3)
                + '.';
    }

    private static void damage(
            Articles articles, ObjectNode record, String text, List<String> tags) {
        switch (articles.below(10)) {
            case 0 -> record.put("textContent", asWindows1252(text));
            case 1 -> record.put("textContent", text.replace(". ", ".\u0000 "));
            case 2 -> record.put("title", "Tom &amp; Ann");
            case 3 -> record.put("site", "https://example.org/blog/");
            case 4 -> record.put("site", "https:/example.org/blog");
            case 5 -> record.put("path", "x");
            case 6 -> record.put("path", "/x?utm_source=feed&utm_medium=rss");
            case 7 -> record.put("publishedAt", "2026-02-17");
            case 8 -> tags.forEach(tag -> record.withArray("tags").add("#" + tag + ' ').add(tag));
            default -> record.put("path", "https://example.org/blog/x");
        }
    }

    /** The text with its typographic apostrophe and quotes misread, and nothing else. */
    private static String asWindows1252(String text) {
        Charset misread = Charset.forName("windows-1252");
        String quotes = "It’s “so”.";
        String damaged = new String("It’s “so".getBytes(StandardCharsets.UTF_8), misread);
        return text.replaceFirst(quotes, damaged + "”.");
    }

    private static String report(int seed, Linked linked, List<String> tags, Document document) {
        return "%d: %s%n  was %s%n  is  %s%n  tags %s -> %s"
                .formatted(
                        seed,
                        linked.markdown(),
                        linked.clean(),
                        document.text(),
                        tags,
                        document.tags());
    }

    private static ObjectNode record(String text, List<String> tags) {
        ObjectNode record = ContractJson.mapper().createObjectNode();
        record.put("$type", "site.standard.document").put("title", "Tom & Ann");
        record.put("site", "https://example.org/blog").put("path", "/x");
        record.put("publishedAt", "2026-02-17T00:00:00Z").put("textContent", text);
        tags.forEach(record.withArray("tags")::add);
        return record;
    }
}
