package dev.pressline.render.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pressline.contract.identifier.AtUri;
import dev.pressline.contract.identifier.Tid;
import dev.pressline.render.page.Channel;
import dev.pressline.render.page.Feed;
import dev.pressline.render.page.SiteSettings;
import dev.pressline.render.sample.HostileDocuments;
import dev.pressline.render.sample.SampleSite;
import dev.pressline.render.sample.Samples;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Every feed of the sample site, and feeds of attacks, by the grammars of their formats. */
class FeedSchemaTest {

    private static List<String> faults(Feed format, byte[] feed) {
        return switch (format) {
            case RSS -> RssRules.faults(feed);
            case ATOM -> FeedSchemas.atom(feed);
            case JSON -> FeedSchemas.json(feed);
        };
    }

    @ParameterizedTest
    @EnumSource
    void feeds_ofTheSampleSite_keepToTheGrammarOfTheirFormat(Feed format) {
        // Given
        Map<String, List<String>> faults = new TreeMap<>();
        Map<String, byte[]> feeds = new TreeMap<>(SampleSite.objects());
        feeds.keySet().removeIf(key -> !key.endsWith(format.key("")));

        // When
        feeds.forEach((key, feed) -> faults.put(key, faults(format, feed)));

        // Then
        assertThat(feeds).hasSizeGreaterThanOrEqualTo(4);
        assertThat(faults).allSatisfy((key, found) -> assertThat(found).as(key).isEmpty());
    }

    @ParameterizedTest
    @EnumSource
    void feeds_ofAttacksAndOfNothing_keepToTheGrammarOfTheirFormat(Feed format) {
        // Given
        FeedRenderer feeds =
                new FeedRenderer(
                        new SiteSettings(
                                "https://reader.example/",
                                "Pressline",
                                true,
                                Optional.of("https://hub.example/?a=1&b=2")));
        List<FeedItem> attacks =
                LongStream.range(0, 100).mapToObj(HostileDocuments::of).map(feeds::item).toList();

        for (List<FeedItem> items : List.of(attacks, List.<FeedItem>of())) {
            // When
            byte[] feed =
                    feeds.feed(
                            format,
                            new Channel.Front(),
                            Optional.empty(),
                            List.of(new DeletedEntry(AtUri.parse(Samples.uri("deleted")), Tid.MIN)),
                            items);

            // Then
            assertThat(faults(format, feed)).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "RSS, <guid, <uid",
        "RSS, '<pubDate>', '<pubDate>Sun, '",
        "RSS, '<title>', '<name>'",
        "ATOM, '<id>tag:', '<id>'",
        "ATOM, 'Z</updated>', '</updated>'",
        "ATOM, 'type=\"html\"', 'type=\"xhtml\"'",
        "JSON, '\"id\":', '\"key\":'",
        "JSON, '\"url\":\"https:', '\"url\":\"'",
    })
    void feed_thatBreaksARule_isFound(Feed format, String part, String broken) {
        // Given
        String feed = new String(SampleSite.objects().get(format.key("")), StandardCharsets.UTF_8);
        String end = part.startsWith("<title>") ? "</title>" : "";
        String mutated = feed.replace(part, broken).replace(end, end.replace("title", "name"));
        mutated = mutated.replace("</guid>", part.equals("<guid") ? "</uid>" : "</guid>");

        // When
        List<String> found = faults(format, mutated.getBytes(StandardCharsets.UTF_8));

        // Then
        assertThat(mutated).isNotEqualTo(feed);
        assertThat(found).isNotEmpty();
    }
}
