package dev.pressline.render.feed;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/**
 * What is wrong with an RSS 2.0 feed by its specification, the profile of the RSS Advisory Board
 * and what validators of feeds check.
 */
final class RssRules {

    private static final String ADDRESS = "https?://\\S+";
    private static final String DATE =
            "(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \\d\\d (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
                    + " \\d{4} \\d\\d:\\d\\d:\\d\\d GMT";

    /** What our feeds hold, of RSS itself and of its modules. */
    private static final Set<String> CHANNEL =
            Set.of(
                    "title",
                    "link",
                    "description",
                    "language",
                    "lastBuildDate",
                    "image",
                    "atom:link",
                    "item");

    private static final Set<String> ITEM =
            Set.of(
                    "title",
                    "link",
                    "guid",
                    "pubDate",
                    "dc:creator",
                    "category",
                    "description",
                    "content:encoded",
                    "enclosure",
                    "media:content");

    private final List<String> faults = new ArrayList<>();
    private final Set<String> guids = new HashSet<>();

    private RssRules() {}

    /** The faults of a feed. */
    static List<String> faults(byte[] feed) {
        RssRules rules = new RssRules();
        rules.root(parse(feed));
        return rules.faults;
    }

    private static Element parse(byte[] feed) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            return factory.newDocumentBuilder()
                    .parse(new ByteArrayInputStream(feed))
                    .getDocumentElement();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SAXException | ParserConfigurationException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private void root(Element rss) {
        require(rss.getTagName().equals("rss"), "the root is rss");
        require(rss.getAttribute("version").equals("2.0"), "the version is 2.0");
        List<Element> channels = children(rss).toList();
        require(channels.size() == 1, "there is one channel");
        channel(channels.getFirst());
    }

    private void channel(Element channel) {
        known(channel, CHANNEL);
        Stream.of("title", "link", "description").forEach(name -> once(channel, name));
        Stream.of("language", "lastBuildDate", "image").forEach(name -> atMostOnce(channel, name));
        matches(channel, "link", ADDRESS);
        date(channel, "lastBuildDate");
        List<String> selves =
                named(channel, "atom:link")
                        .filter(link -> link.getAttribute("rel").equals("self"))
                        .map(link -> link.getAttribute("href"))
                        .toList();
        require(selves.size() == 1, "there is one atom:link to itself");
        require(selves.stream().allMatch(href -> href.matches(ADDRESS)), "self is an address");
        named(channel, "image").forEach(image -> image(channel, image));
        named(channel, "item").forEach(this::item);
    }

    private void image(Element channel, Element image) {
        Stream.of("url", "title", "link").forEach(name -> once(image, name));
        require(text(image, "link").equals(text(channel, "link")), "an image leads where we do");
        require(text(image, "title").equals(text(channel, "title")), "an image is called as we");
    }

    private void item(Element item) {
        known(item, ITEM);
        boolean says = named(item, "title").count() + named(item, "description").count() > 0;
        require(says, "an item has a title or a description");
        Stream.of("link", "guid", "content:encoded").forEach(name -> once(item, name));
        Stream.of("title", "description", "pubDate", "enclosure")
                .forEach(name -> atMostOnce(item, name));
        matches(item, "link", ADDRESS);
        date(item, "pubDate");
        named(item, "guid").forEach(this::guid);
        named(item, "enclosure").forEach(this::enclosure);
        named(item, "category").forEach(each -> require(!isEmpty(each), "a category has a name"));
        named(item, "dc:creator").forEach(each -> require(!isEmpty(each), "a creator has a name"));
    }

    private void guid(Element guid) {
        require(guids.add(guid.getTextContent()), "no other item has " + guid.getTextContent());
        boolean isLink = !guid.getAttribute("isPermaLink").equals("false");
        require(!isLink || guid.getTextContent().matches(ADDRESS), "a permalink is an address");
    }

    private void enclosure(Element enclosure) {
        require(enclosure.getAttribute("url").matches(ADDRESS), "an enclosure has an address");
        require(enclosure.getAttribute("type").matches("[^/]+/[^/]+"), "an enclosure has a type");
        require(enclosure.getAttribute("length").matches("[1-9]\\d*"), "an enclosure has a length");
    }

    private void date(Element parent, String name) {
        matches(parent, name, DATE);
        named(parent, name).forEach(each -> real(each.getTextContent()));
    }

    /** The day of the week is that of the date. */
    private void real(String date) {
        try {
            DateTimeFormatter.RFC_1123_DATE_TIME.parse(date);
        } catch (DateTimeException e) {
            faults.add(date + ": " + e.getMessage());
        }
    }

    private void known(Element parent, Set<String> names) {
        children(parent)
                .map(Element::getTagName)
                .forEach(name -> require(names.contains(name), name + " is known"));
    }

    private void once(Element parent, String name) {
        require(named(parent, name).count() == 1, parent.getTagName() + " has one " + name);
    }

    private void atMostOnce(Element parent, String name) {
        require(named(parent, name).count() <= 1, "at most one " + name);
    }

    private void matches(Element parent, String name, String pattern) {
        named(parent, name)
                .map(Element::getTextContent)
                .forEach(text -> require(text.matches(pattern), name + " is well formed: " + text));
    }

    private void require(boolean holds, String rule) {
        if (!holds) {
            faults.add("not so: " + rule);
        }
    }

    private static boolean isEmpty(Element element) {
        return element.getTextContent().isBlank();
    }

    private static String text(Element parent, String name) {
        return named(parent, name).findFirst().map(Element::getTextContent).orElse("");
    }

    private static Stream<Element> named(Element parent, String name) {
        return children(parent).filter(each -> each.getTagName().equals(name));
    }

    private static Stream<Element> children(Node parent) {
        return IntStream.range(0, parent.getChildNodes().getLength())
                .mapToObj(parent.getChildNodes()::item)
                .filter(Element.class::isInstance)
                .map(Element.class::cast);
    }
}
