package dev.pressline.render.sample;

import dev.pressline.contract.document.Document;
import dev.pressline.contract.document.Publication;
import dev.pressline.contract.document.Theme;
import dev.pressline.contract.identifier.AtUri;
import dev.pressline.contract.output.ObjectKeys;
import dev.pressline.contract.repair.RuleGuide;
import dev.pressline.render.defect.Defect;
import dev.pressline.render.defect.DefectReport;
import dev.pressline.render.defect.Publisher;
import dev.pressline.render.feed.FeedItem;
import dev.pressline.render.feed.FeedRenderer;
import dev.pressline.render.feed.Opml;
import dev.pressline.render.feed.Sitemap;
import dev.pressline.render.page.ArchiveMonth;
import dev.pressline.render.page.ArchivePage;
import dev.pressline.render.page.Asset;
import dev.pressline.render.page.Assets;
import dev.pressline.render.page.Channel;
import dev.pressline.render.page.Chapter;
import dev.pressline.render.page.DocumentPage;
import dev.pressline.render.page.Feed;
import dev.pressline.render.page.ListingEntry;
import dev.pressline.render.page.ListingPage;
import dev.pressline.render.page.Neighbours;
import dev.pressline.render.page.PageLink;
import dev.pressline.render.page.PageRenderer;
import dev.pressline.render.page.SearchHit;
import dev.pressline.render.page.SearchPage;
import dev.pressline.render.page.SiteSettings;
import dev.pressline.render.page.Tag;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A whole small site of the samples: object keys and bytes. */
public final class SampleSite {

    /** Its settings. */
    public static final SiteSettings SETTINGS =
            new SiteSettings("https://reader.example/", "Pressline", true, Optional.empty());

    private static final Theme THEME = new Theme("#fff7ec", "#5b3a1e", "#d9902f", "#ffffff");

    private final PageRenderer pages = new PageRenderer(SETTINGS);
    private final FeedRenderer feeds = new FeedRenderer(SETTINGS);
    private final Map<String, byte[]> objects = new TreeMap<>();
    private final Publication publication = Samples.publication(Optional.of(THEME));
    private final List<Document> documents =
            List.of(Essay.document(), Samples.repaired(), Samples.arabic());

    private SampleSite() {}

    /** All objects of the site, by key. */
    public static Map<String, byte[]> objects() {
        SampleSite site = new SampleSite();
        site.document(Essay.document(), Optional.empty());
        site.document(Samples.repaired(), Optional.of(site.publication));
        site.document(Samples.arabic(), Optional.empty());
        site.channel(new Channel.Front());
        site.channel(new Channel.OfPublication(site.publication));
        site.channel(new Channel.OfAuthor(Samples.author()));
        Tag.of(List.of("Climate Change")).forEach(tag -> site.channel(new Channel.OfTag(tag)));
        site.defects(Samples.repaired());
        site.moved();
        site.search();
        site.objects.put("gone/index.html", site.pages.gone());
        site.objects.put("missing/index.html", site.pages.notFound());
        for (Asset asset : Assets.of(Optional.of(site.publication))) {
            site.objects.put(asset.key(), asset.bytes());
        }
        site.wellKnownFiles();
        return site.objects;
    }

    private void wellKnownFiles() {
        pages.wellKnownFiles().forEach(file -> objects.put(file.key(), file.bytes()));
        List<ListingEntry> entries =
                documents.stream().map(each -> ListingEntry.of(each, Optional.empty())).toList();
        List<FeedItem> items = documents.stream().map(feeds::item).toList();
        Chapter chapter = Chapter.parse("2026-01");
        String archived = chapter.folder(ObjectKeys.FRONT);
        objects.put(ObjectKeys.SITEMAP, Sitemap.index(SETTINGS, List.of(chapter)));
        for (String folder : List.of(ObjectKeys.FRONT, archived)) {
            objects.put(ObjectKeys.sitemap(folder), Sitemap.of(SETTINGS, folder, entries, items));
        }
        objects.put(
                ObjectKeys.SITEMAP_OF_PUBLICATIONS,
                Sitemap.of(SETTINGS, Stream.of(ObjectKeys.publication(publication.uri()))));
        String atom = SETTINGS.publicUrl() + '/' + ObjectKeys.atom("publication/x/");
        objects.put(
                ObjectKeys.OPML,
                Opml.of(
                        "Publications on " + SETTINGS.siteName(),
                        List.of(
                                new Opml.Outline(
                                        publication.name(),
                                        atom,
                                        publication.url().orElse(atom),
                                        publication.rev().instant()))));
    }

    /** What a reader finds. */
    private void search() {
        List<SearchHit.Part> excerpt =
                List.of(
                        new SearchHit.Part("A sentence in which the ", false),
                        new SearchHit.Part("words", true),
                        new SearchHit.Part(" stand that were looked for.", false));
        List<SearchHit> hits =
                documents.stream()
                        .map(each -> ListingEntry.of(each, Optional.of(publication)))
                        .map(entry -> new SearchHit(entry, excerpt))
                        .toList();
        objects.put(
                ObjectKeys.page(SearchPage.FOLDER),
                pages.search(new SearchPage("words <\"&>", 63, true, hits, 2)));
    }

    private void moved() {
        AtUri former = AtUri.parse(Samples.uri("former"));
        objects.put(
                ObjectKeys.page(ObjectKeys.document(former)),
                pages.moved(former, Essay.document().uri()));
    }

    private void document(Document document, Optional<Publication> joined) {
        Neighbours neighbours =
                new Neighbours(
                        Optional.of(new PageLink(Samples.arabic().uri(), Samples.arabic().title())),
                        Optional.of(new PageLink(Samples.repaired().uri(), "Notorious Machine")));
        String folder = ObjectKeys.document(document.uri());
        objects.put(
                ObjectKeys.page(folder),
                pages.document(new DocumentPage(document, joined, neighbours, true)));
    }

    private void defects(Document document) {
        Publisher publisher = new Publisher.OfPublication(publication.uri());
        List<DefectReport.Rule> rules =
                Defect.of(document).stream().map(defect -> rule(document, defect)).toList();
        DefectReport report = new DefectReport(publisher, Optional.of(publication.name()), rules);
        objects.put(ObjectKeys.page(publisher.folder()), pages.defects(report));
    }

    private static DefectReport.Rule rule(Document document, Defect defect) {
        RuleGuide.Entry guide = RuleGuide.of(defect.rule());
        return new DefectReport.Rule(
                defect.rule(),
                defect.version(),
                defect.certainty(),
                12,
                guide.what(),
                guide.fix(),
                List.of(
                        new DefectReport.Example(
                                document.uri(),
                                document.title(),
                                defect.places(),
                                defect.field(),
                                defect.change())));
    }

    private void channel(Channel channel) {
        List<ListingEntry> entries =
                documents.stream()
                        .map(document -> ListingEntry.of(document, Optional.of(publication)))
                        .toList();
        Optional<Chapter> older = Optional.of(Chapter.parse("2026-01"));
        listing(new ListingPage(channel, entries, false, new ListingPage.First(older, true)));
        if (channel.hasSubscribePage()) {
            String folder = ObjectKeys.subscribe(channel.folder());
            objects.put(ObjectKeys.page(folder), pages.subscribe(channel));
        }
        List<FeedItem> items = documents.stream().map(feeds::item).toList();
        for (Feed format : Feed.values()) {
            objects.put(
                    format.key(channel.folder()),
                    feeds.feed(format, channel, older, List.of(), items));
        }
        archive(channel, entries, items);
    }

    private void listing(ListingPage page) {
        objects.put(ObjectKeys.page(page.folder()), pages.listing(page));
    }

    private void archive(Channel channel, List<ListingEntry> entries, List<FeedItem> items) {
        ListingPage.Archived place =
                new ListingPage.Archived(
                        Chapter.parse("2026-01"),
                        Optional.of(Chapter.parse("2025-12/abcdefghij")),
                        Optional.empty());
        ListingPage page = new ListingPage(channel, entries, false, place);
        listing(page);
        objects.put(ObjectKeys.atom(page.folder()), feeds.archive(channel, place, items));
        List<ArchiveMonth> months =
                List.of(
                        new ArchiveMonth(Optional.of(YearMonth.of(2026, 2)), 31, false),
                        new ArchiveMonth(Optional.of(YearMonth.of(2026, 1)), 3, true),
                        new ArchiveMonth(Optional.of(YearMonth.of(2025, 12)), 40, true));
        objects.put(
                ObjectKeys.page(ObjectKeys.archive(channel.folder())),
                pages.archive(new ArchivePage(channel, months, false)));
    }
}
