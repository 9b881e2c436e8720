package dev.pressline.render.press;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.pressline.contract.document.BlobState;
import dev.pressline.contract.document.Block;
import dev.pressline.contract.document.Document;
import dev.pressline.contract.identifier.AtUri;
import dev.pressline.contract.identifier.Did;
import dev.pressline.contract.identifier.Tid;
import dev.pressline.contract.output.ObjectKeys;
import dev.pressline.kit.store.NewObject;
import dev.pressline.render.feed.FeedRenderer;
import dev.pressline.render.job.DirectoryEntry;
import dev.pressline.render.job.PrintJob;
import dev.pressline.render.page.Chapter;
import dev.pressline.render.page.ListingEntry;
import dev.pressline.render.sample.DocumentBuilder;
import dev.pressline.render.sample.HostileDocuments;
import dev.pressline.render.sample.SampleSite;
import dev.pressline.render.sample.Samples;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Sitemaps and OPML by the rules of their formats. */
class SiteListsTest {

    private static final String SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private static final String IMAGE = "http://www.google.com/schemas/sitemap-image/1.1";
    private static final String SITE = "https://reader.example/";

    private final SiteLists lists = new SiteLists(SampleSite.SETTINGS);
    private final FeedRenderer feeds = new FeedRenderer(SampleSite.SETTINGS);

    private static DocumentBuilder document(String rkey) {
        return Samples.document(rkey)
                .canonicalUrl(Optional.empty())
                .dates(Optional.of("2026-03-04T09:30:00Z"), Optional.empty());
    }

    private Element sitemap(Document... documents) throws Exception {
        NewObject object =
                lists.sitemap(
                        ObjectKeys.FRONT,
                        Stream.of(documents)
                                .map(each -> ListingEntry.of(each, Optional.empty()))
                                .toList(),
                        Stream.of(documents).map(feeds::item).toList());
        Element urlset = xml(object);
        assertKeepsToTheRules(urlset, "url");
        return urlset;
    }

    private static Element xml(NewObject object) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder()
                .parse(new ByteArrayInputStream(object.bytes()))
                .getDocumentElement();
    }

    /**
     * The rules of sitemaps.org: entries of one host, each once, 50,000 and 50 MB at most, {@code
     * loc} first, dates of W3C.
     */
    private static void assertKeepsToTheRules(Element root, String entry) {
        assertThat(root.getNamespaceURI()).isEqualTo(SITEMAP);
        List<Element> entries = elements(root, SITEMAP, entry);
        assertThat(entries).isNotEmpty().hasSizeLessThanOrEqualTo(50_000);
        for (Element each : entries) {
            assertThat(each.getElementsByTagNameNS(SITEMAP, "loc").getLength()).isOne();
        }
        assertThat(texts(root, SITEMAP, "loc"))
                .doesNotHaveDuplicates()
                .allSatisfy(SiteListsTest::assertIsOfTheSite);
        assertThat(texts(root, IMAGE, "loc")).allSatisfy(SiteListsTest::assertIsOfTheSite);
        assertThat(texts(root, SITEMAP, "lastmod"))
                .allSatisfy(date -> assertThat(OffsetDateTime.parse(date)).isNotNull());
    }

    private static void assertIsOfTheSite(String url) {
        assertThat(url).startsWith(SITE).hasSizeLessThan(2_048);
        assertThat(URI.create(url).getFragment()).isNull();
    }

    private static List<Element> elements(Element root, String namespace, String name) {
        NodeList nodes = root.getElementsByTagNameNS(namespace, name);
        return IntStream.range(0, nodes.getLength())
                .mapToObj(i -> (Element) nodes.item(i))
                .toList();
    }

    private static List<String> texts(Element root, String namespace, String name) {
        return elements(root, namespace, name).stream().map(Element::getTextContent).toList();
    }

    private static String page(String rkey) {
        return SITE + ObjectKeys.document(AtUri.parse(Samples.uri(rkey)));
    }

    @Test
    void sitemap_ofDocuments_namesPageDocumentsAuthorsAndTags() throws Exception {
        // When
        Element sitemap = sitemap(document("one").tags("Letter Press").build());

        // Then
        assertThat(texts(sitemap, SITEMAP, "loc"))
                .containsExactly(
                        SITE,
                        SITE + "author/" + Samples.DID + "/",
                        SITE + ObjectKeys.tag("letter press"),
                        page("one"));
        assertThat(texts(sitemap, SITEMAP, "lastmod")).containsExactly("2026-03-04T09:30:00Z");
    }

    @Test
    void sitemap_ofADocumentWithPictures_namesThem() throws Exception {
        // Given
        Document withCover =
                document("one").cover(Samples.blob("cover", 800, 600, BlobState.STORED)).build();
        Document withoutOne =
                document("two").cover(Samples.blob("late", 800, 600, BlobState.PENDING)).build();

        // When
        Element sitemap = sitemap(withCover, withoutOne);

        // Then
        assertThat(texts(sitemap, IMAGE, "loc"))
                .containsExactly(SITE + "blobs/" + Samples.DID + "/" + Samples.cid("cover"));
    }

    @Test
    void document_withItsPageElsewhereOrForMembers_isNotInTheSitemap() throws Exception {
        // Given
        Document elsewhere =
                document("elsewhere")
                        .canonicalUrl(Optional.of("https://press.example/essays/setting"))
                        .build();
        Document forMembers =
                document("members")
                        .blocks(Samples.paragraph("A beginning"), new Block.MembersOnlyBreak())
                        .build();

        // When
        Element sitemap = sitemap(elsewhere, forMembers, document("own").build());

        // Then
        assertThat(texts(sitemap, SITEMAP, "loc"))
                .contains(page("own"))
                .doesNotContain(page("elsewhere"), page("members"));
    }

    @Test
    void sitemap_ofAttacks_keepsToTheRules() throws Exception {
        Document[] attacks =
                LongStream.range(0, 200).mapToObj(HostileDocuments::of).toArray(Document[]::new);

        assertThat(sitemap(attacks)).isNotNull();
    }

    @Test
    void index_ofChapters_namesTheirSitemapsAfterTheNewest() throws Exception {
        // Given
        List<Chapter> chapters = List.of(Chapter.parse("2026-02/abc"), Chapter.parse("undated"));

        // When
        Element index = xml(lists.of(new PrintJob.PrintSitemap(chapters)));

        // Then
        assertKeepsToTheRules(index, "sitemap");
        assertThat(texts(index, SITEMAP, "loc"))
                .containsExactly(
                        SITE + "sitemap-newest.xml",
                        SITE + "sitemap-publications.xml",
                        SITE + "sitemap-2026-02-abc.xml",
                        SITE + "sitemap-undated.xml");
    }

    private static DirectoryEntry entry(String rkey, String name, Optional<String> url) {
        return new DirectoryEntry(
                AtUri.parse("at://" + Samples.DID + "/site.standard.publication/" + rkey),
                name,
                url,
                Tid.of(Instant.parse("2026-02-17T22:58:56Z").toEpochMilli() * 1_000, 0));
    }

    @Test
    void publications_withoutASiteOfTheirOwn_areInTheSitemap() throws Exception {
        // Given
        PrintJob.PrintDirectory job =
                new PrintJob.PrintDirectory(
                        List.of(
                                entry("own", "Own", Optional.empty()),
                                entry("other", "Other", Optional.of("https://other.example"))),
                        false);

        // When
        Element sitemap = xml(lists.of(job).getLast());

        // Then
        assertKeepsToTheRules(sitemap, "url");
        assertThat(texts(sitemap, SITEMAP, "loc"))
                .containsExactly(SITE, SITE + "publication/" + Samples.DID + "/own/");
    }

    @Test
    void opml_ofPublications_keepsToItsVersion() throws Exception {
        // Given
        PrintJob.PrintDirectory job =
                new PrintJob.PrintDirectory(
                        List.of(
                                entry("a", "Ink & <Paper> \"quoted\"", Optional.empty()),
                                entry("b", "Other", Optional.of("https://other.example"))),
                        false);

        // When
        Element opml = xml(lists.of(job).getFirst());

        // Then
        assertThat(opml.getTagName()).isEqualTo("opml");
        assertThat(opml.getAttribute("version")).isEqualTo("2.0");
        assertThat(texts(opml, "*", "title"))
                .containsExactly("Publications on " + SampleSite.SETTINGS.siteName());
        assertThat(texts(opml, "*", "dateModified"))
                .singleElement()
                .satisfies(
                        date ->
                                assertThat(
                                                ZonedDateTime.parse(
                                                        date, DateTimeFormatter.RFC_1123_DATE_TIME))
                                        .isEqualTo("2026-02-17T22:58:56Z"));
        List<Element> outlines = elements(opml, "*", "outline");
        assertThat(outlines).hasSize(2);
        Element first = outlines.getFirst();
        assertThat(first.getAttribute("type")).isEqualTo("rss");
        assertThat(first.getAttribute("text")).isEqualTo("Ink & <Paper> \"quoted\"");
        String folder = SITE + "publication/" + Samples.DID + "/a/";
        assertThat(first.getAttribute("xmlUrl")).isEqualTo(folder + "atom.xml");
        assertThat(first.getAttribute("htmlUrl")).isEqualTo(folder);
    }

    @Test
    void opml_ofASiteWithoutPublications_namesTheWhole() throws Exception {
        // When
        Element opml = xml(lists.of(new PrintJob.PrintDirectory(List.of(), false)).getFirst());

        // Then
        assertThat(elements(opml, "*", "outline"))
                .singleElement()
                .satisfies(
                        each ->
                                assertThat(each.getAttribute("xmlUrl"))
                                        .isEqualTo(SITE + "atom.xml"));
        assertThat(elements(opml, "*", "dateModified")).isEmpty();
    }

    @Test
    void opml_ofSubscriptions_keepsToItsVersionAndIsDatedByItsRecords() throws Exception {
        // Given
        Tid newest = Tid.of(Instant.parse("2026-03-04T05:06:07Z").toEpochMilli() * 1_000, 0);
        List<DirectoryEntry> publications =
                List.of(
                        entry("a", "Ink & <Paper> \"quoted\"", Optional.empty()),
                        entry("b", "Other", Optional.of("https://other.example")));
        Did account = Did.parse(Samples.DID);

        // When
        NewObject object =
                lists.of(new PrintJob.PrintSubscriptions(account, publications, newest, true));
        Element opml = xml(object);

        // Then
        assertThat(object.key()).isEqualTo("author/" + Samples.DID + "/subscriptions.opml");
        assertThat(opml.getAttribute("version")).isEqualTo("2.0");
        assertThat(texts(opml, "*", "title"))
                .containsExactly(
                        "Subscriptions of %s on %s (of the newest only)"
                                .formatted(account, SampleSite.SETTINGS.siteName()));
        assertThat(texts(opml, "*", "dateModified"))
                .containsExactly("Wed, 04 Mar 2026 05:06:07 GMT");
        assertThat(elements(opml, "*", "outline"))
                .extracting(
                        each -> each.getAttribute("text"),
                        each -> each.getAttribute("type"),
                        each -> each.getAttribute("xmlUrl"),
                        each -> each.getAttribute("htmlUrl"))
                .containsExactly(outline("Ink & <Paper> \"quoted\"", "a"), outline("Other", "b"));
    }

    private static Tuple outline(String name, String rkey) {
        String folder = SITE + "publication/" + Samples.DID + "/" + rkey + "/";
        return tuple(name, "rss", folder + "atom.xml", folder);
    }

    @Test
    void opml_ofTooManyPublications_saysSo() throws Exception {
        PrintJob.PrintDirectory job =
                new PrintJob.PrintDirectory(List.of(entry("a", "A", Optional.empty())), true);

        assertThat(texts(xml(lists.of(job).getFirst()), "*", "title"))
                .singleElement()
                .asString()
                .endsWith("(1 of more)");
    }
}
