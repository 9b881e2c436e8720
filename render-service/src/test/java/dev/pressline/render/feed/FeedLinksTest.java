package dev.pressline.render.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pressline.render.page.Channel;
import dev.pressline.render.page.Chapter;
import dev.pressline.render.page.Feed;
import dev.pressline.render.page.ListingPage;
import dev.pressline.render.page.SiteSettings;
import dev.pressline.render.sample.Essay;
import dev.pressline.render.sample.SampleSite;
import dev.pressline.render.sample.Samples;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Where feeds lead: to their archives (RFC 5005) and to a hub (WebSub). */
class FeedLinksTest {

    private static final Channel CHANNEL =
            new Channel.OfPublication(Samples.publication(Optional.empty()));

    private final FeedRenderer feeds = new FeedRenderer(SampleSite.SETTINGS);

    @Test
    void archive_ofAChapter_isAnArchivedFeedBetweenItsNeighbours() throws Exception {
        // Given
        ListingPage.Archived place =
                new ListingPage.Archived(
                        Chapter.parse("2026-02"),
                        Optional.of(Chapter.parse("2026-01/abc")),
                        Optional.of(Chapter.parse("2026-02/xyz")));

        // When
        byte[] feed = feeds.archive(CHANNEL, place, List.of(feeds.item(Essay.document())));

        // Then
        String archive = "https://reader.example/" + CHANNEL.folder() + "archive/";
        var parsed =
                DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(new ByteArrayInputStream(feed));
        assertThat(parsed.getElementsByTagName("fh:archive").getLength()).isOne();
        assertThat(links(parsed))
                .containsEntry("self", archive + "2026-02/atom.xml")
                .containsEntry("alternate", archive + "2026-02/")
                .containsEntry("prev-archive", archive + "2026-01/abc/atom.xml")
                .containsEntry("next-archive", archive + "2026-02/xyz/atom.xml")
                .containsEntry(
                        "current", "https://reader.example/" + CHANNEL.folder() + "atom.xml");
        assertThat(parsed.getElementsByTagName("entry").getLength()).isOne();
    }

    private static Map<String, String> links(Document feed) {
        Map<String, String> links = new HashMap<>();
        NodeList found = feed.getDocumentElement().getChildNodes();
        for (int i = 0; i < found.getLength(); i++) {
            if (found.item(i) instanceof Element link && link.getTagName().equals("link")) {
                links.put(link.getAttribute("rel"), link.getAttribute("href"));
            }
        }
        return links;
    }

    @ParameterizedTest
    @EnumSource(names = {"RSS", "ATOM"})
    void feed_ofAChannelWithAnArchive_leadsToItsNewestChapter(Feed format) {
        // When
        byte[] feed =
                feeds.feed(
                        format,
                        CHANNEL,
                        Optional.of(Chapter.parse("2026-01")),
                        List.of(),
                        List.of());

        // Then
        assertThat(text(feed))
                .containsPattern("rel=\"prev-archive\"[^>]*/archive/2026-01/atom.xml\"");
    }

    @ParameterizedTest
    @EnumSource
    void feed_ofASiteWithAHub_namesItWhereOthersLook(Feed format) {
        // Given
        String hub = "https://hub.example/?a=1&b=2";
        FeedRenderer withHub =
                new FeedRenderer(
                        new SiteSettings(
                                "https://reader.example", "Site", false, Optional.of(hub)));

        // When
        String feed = text(withHub.feed(format, CHANNEL, Optional.empty(), List.of(), List.of()));

        // Then
        assertThat(feed)
                .contains(
                        switch (format) {
                            case RSS, ATOM ->
                                    "rel=\"hub\" href=\"https://hub.example/?a=1&amp;b=2\"";
                            case JSON -> "\"hubs\":[{\"type\":\"WebSub\",\"url\":\"" + hub + "\"}]";
                        });
        assertThat(text(feeds.feed(format, CHANNEL, Optional.empty(), List.of(), List.of())))
                .doesNotContain("hub");
    }

    private static String text(byte[] feed) {
        return new String(feed, StandardCharsets.UTF_8);
    }
}
