package dev.pressline.testing.endtoend;

import dev.pressline.render.html.Attribute;
import dev.pressline.render.html.Element;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;

/** What in HTML of ours nobody may ever find. Stateless. */
final class SafeHtml {

    /** What render can write, held against what must never be among it. */
    private static final Set<String> ELEMENTS =
            Arrays.stream(Element.values()).map(Element::text).collect(Collectors.toSet());

    private static final Set<String> ATTRIBUTES =
            Arrays.stream(Attribute.values()).map(Attribute::text).collect(Collectors.toSet());

    private static final Set<String> NEVER =
            Set.of(
                    "script",
                    "style",
                    "iframe",
                    "frame",
                    "object",
                    "embed",
                    "applet",
                    "base",
                    "svg",
                    "template",
                    "noscript",
                    "srcdoc",
                    "formaction",
                    "http-equiv",
                    "ping",
                    "background",
                    "xlink:href");

    private static final List<String> TARGETS =
            List.of("http://", "https://", "mailto:", "at://", "../", "#", "./");

    private SafeHtml() {}

    /** What render can write and must not. */
    static Set<String> forbiddenAmongAllowed() {
        return Stream.concat(ELEMENTS.stream(), ATTRIBUTES.stream())
                .filter(name -> NEVER.contains(name) || name.startsWith("on"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The faults of a page: what is not allowed in it, and where it was not read as written. */
    static List<String> ofPage(String html) {
        Parser parser = Parser.htmlParser().setTrackErrors(10);
        Document page = parser.parseInput(html, "https://press.example/");
        List<String> faults = new ArrayList<>(faults(page));
        parser.getErrors().forEach(error -> faults.add(error.toString()));
        return faults;
    }

    /** The faults of the content of a feed's item. */
    static List<String> ofContent(String html) {
        Document content = Jsoup.parseBodyFragment(html);
        List<String> faults = new ArrayList<>(faults(content));
        content.select("form, input, button, script, [class], [style]")
                .forEach(each -> faults.add("not for feeds: " + each.normalName()));
        return faults;
    }

    private static List<String> faults(Document html) {
        List<String> faults = new ArrayList<>();
        html.getAllElements().forEach(element -> element(element, faults));
        return faults;
    }

    private static void element(org.jsoup.nodes.Element element, List<String> faults) {
        String name = element.normalName();
        boolean isData =
                name.equals("script") && element.attr("type").equals("application/ld+json");
        if (!ELEMENTS.contains(name) && !name.equals("#root") && !isData) {
            faults.add("element " + name);
        }
        element.attributes()
                .forEach(
                        attribute -> {
                            if (!ATTRIBUTES.contains(attribute.getKey())) {
                                faults.add(name + " has the attribute " + attribute.getKey());
                            }
                        });
        target(element, "href", faults);
        target(element, "src", faults);
        target(element, "action", faults);
    }

    private static void target(
            org.jsoup.nodes.Element element, String attribute, List<String> faults) {
        String target = element.attr(attribute).toLowerCase(Locale.ROOT);
        boolean isOwn = target.matches("[a-z0-9~/._:%-]*") && !target.matches("[a-z]+:.*");
        boolean isSafe = isOwn || TARGETS.stream().anyMatch(target::startsWith);
        if (element.hasAttr(attribute) && !isSafe) {
            faults.add(element.normalName() + " leads to " + target);
        }
    }
}
