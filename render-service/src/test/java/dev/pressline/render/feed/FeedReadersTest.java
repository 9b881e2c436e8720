package dev.pressline.render.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.apptasticsoftware.rssreader.Item;
import com.apptasticsoftware.rssreader.RssReader;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import dev.pressline.render.page.Feed;
import dev.pressline.render.sample.SampleSite;
import dev.pressline.render.sample.Samples;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the libraries that readers are made of get out of every feed of the sample site. */
class FeedReadersTest {

    private static final int DOCUMENTS = 3;
    private static final String ESSAY =
            "tag:pressline.dev,2026:" + Samples.DID + "/site.standard.document/essay";

    /** One library. */
    enum Library {
        ROME {
            @Override
            Map<String, String> read(byte[] feed) {
                Map<String, String> items = new LinkedHashMap<>();
                rome(feed)
                        .forEach(
                                entry ->
                                        items.put(
                                                entry.getUri(),
                                                entry.getContents().getFirst().getValue().strip()));
                return items;
            }
        },
        RSS_READER {
            @Override
            Map<String, String> read(byte[] feed) {
                Map<String, String> items = new LinkedHashMap<>();
                for (Item item : new RssReader().read(new ByteArrayInputStream(feed)).toList()) {
                    items.put(
                            item.getGuid().orElseThrow(), item.getContent().orElseThrow().strip());
                }
                return items;
            }
        };

        /** The content of each item by its id, without blanks around it. */
        abstract Map<String, String> read(byte[] feed);
    }

    private static List<SyndEntry> rome(byte[] feed) {
        try {
            return new SyndFeedInput()
                    .build(new StringReader(new String(feed, StandardCharsets.UTF_8)))
                    .getEntries();
        } catch (FeedException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** Every feed of a format, by key. */
    private static Map<String, byte[]> feeds(Feed format) {
        Map<String, byte[]> feeds = new LinkedHashMap<>(SampleSite.objects());
        feeds.keySet().removeIf(key -> !key.endsWith(format.key("")) || key.contains("archive/"));
        return feeds;
    }

    private static Map<String, String> jsonItems(byte[] feed) {
        try {
            Map<String, String> items = new LinkedHashMap<>();
            for (JsonNode item : new ObjectMapper().readTree(feed).path("items")) {
                items.put(item.path("id").asText(), item.path("content_html").asText().strip());
            }
            return items;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @EnumSource
    void items_readFromEveryFormat_haveTheSameIdsAndContent(Library library) {
        // Given
        Map<String, byte[]> rss = feeds(Feed.RSS);
        assertThat(rss).hasSize(4);
        for (String key : rss.keySet()) {
            String folder = key.substring(0, key.length() - "rss.xml".length());
            Map<String, String> expected =
                    jsonItems(SampleSite.objects().get(Feed.JSON.key(folder)));

            // When
            Map<String, String> fromRss = library.read(rss.get(key));
            Map<String, String> fromAtom =
                    library.read(SampleSite.objects().get(Feed.ATOM.key(folder)));

            // Then
            assertThat(expected).hasSize(DOCUMENTS);
            assertThat(fromRss).isEqualTo(expected);
            assertThat(fromAtom).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @EnumSource
    void items_polledTwice_areShownOnceWithTheirPictures(Library library) {
        for (Feed format : List.of(Feed.RSS, Feed.ATOM)) {
            // Given
            Map<String, String> shown = new LinkedHashMap<>();
            List<String> news = new ArrayList<>();

            // When
            for (int poll = 0; poll < 2; poll++) {
                library.read(feeds(format).get(format.key("")))
                        .forEach(
                                (id, content) -> {
                                    if (shown.put(id, content) == null) {
                                        news.add(id);
                                    }
                                });
            }

            // Then
            assertThat(news).hasSize(DOCUMENTS).doesNotHaveDuplicates();
            var essay = Jsoup.parseBodyFragment(shown.get(ESSAY));
            assertThat(essay.text()).contains("Before anybody reads", "The measure");
            assertThat(essay.select("img").eachAttr("src"))
                    .isNotEmpty()
                    .allMatch(src -> src.startsWith("https://reader.example/blobs/"));
        }
    }
}
