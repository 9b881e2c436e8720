package dev.pressline.testing.benchmarks.corpus;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The same body in every format: text, markdown, Leaflet, pckt. Stateless. */
final class Formats {

    private Formats() {}

    static String plain(List<Block> body) {
        StringBuilder b = new StringBuilder();
        for (Block k : body) {
            if (k.type() == 'r') continue;
            if (b.length() > 0) b.append("\n\n");
            for (int i = 0; i < k.lines().size(); i++) {
                if (i > 0) b.append('\n');
                for (Span s : k.lines().get(i)) b.append(s.text());
            }
        }
        return b.toString();
    }

    private static String md(List<Span> line) {
        StringBuilder b = new StringBuilder();
        for (Span s : line) {
            switch (s.style()) {
                case 'b' -> b.append("**").append(s.text()).append("**");
                case 'i' -> b.append('*').append(s.text()).append('*');
                case 'c' -> b.append('`').append(s.text()).append('`');
                case 'l' -> b.append('[').append(s.text()).append("](").append(s.uri()).append(')');
                default -> b.append(s.text());
            }
        }
        return b.toString();
    }

    static String markdown(List<Block> body) {
        StringBuilder b = new StringBuilder();
        for (Block k : body) {
            if (b.length() > 0) b.append("\n\n");
            switch (k.type()) {
                case 'h' ->
                        b.append("#".repeat(k.level())).append(' ').append(md(k.lines().get(0)));
                case 'u', 'o' -> {
                    for (int i = 0; i < k.lines().size(); i++)
                        b.append(i > 0 ? "\n" : "")
                                .append(k.type() == 'u' ? "- " : (i + 1) + ". ")
                                .append(md(k.lines().get(i)));
                }
                case 'q' -> b.append("> ").append(md(k.lines().get(0)));
                case 'c' ->
                        b.append("```")
                                .append(k.lang())
                                .append('\n')
                                .append(k.lines().get(0).get(0).text())
                                .append("```");
                case 'r' -> b.append("---");
                default -> b.append(md(k.lines().get(0)));
            }
        }
        return b.toString();
    }

    /** A text with facets, in the given block type and facet namespace. */
    private static Map<String, Object> rich(String type, List<Span> line, String ns) {
        StringBuilder t = new StringBuilder();
        List<Object> facets = new ArrayList<>();
        int at = 0;
        for (Span s : line) {
            int end = at + s.text().getBytes(StandardCharsets.UTF_8).length;
            if (s.style() != ' ') {
                String f =
                        switch (s.style()) {
                            case 'b' -> "#bold";
                            case 'i' -> "#italic";
                            case 'c' -> "#code";
                            default -> "#link";
                        };
                facets.add(
                        Encoding.map(
                                "index",
                                Encoding.map("byteStart", (long) at, "byteEnd", (long) end),
                                "features",
                                List.of(Encoding.map("$type", ns + f, "uri", s.uri()))));
            }
            t.append(s.text());
            at = end;
        }
        return Encoding.map(
                "$type",
                type,
                "plaintext",
                t.toString(),
                "facets",
                facets.isEmpty() ? null : facets);
    }

    static Object leaflet(List<Block> body) {
        String f = "pub.leaflet.richtext.facet";
        String p = "pub.leaflet.blocks.";
        List<Object> blocks = new ArrayList<>();
        for (Block k : body) {
            Map<String, Object> b =
                    switch (k.type()) {
                        case 'h' -> {
                            Map<String, Object> h = rich(p + "header", k.lines().get(0), f);
                            h.put("level", (long) Math.min(3, k.level()));
                            yield h;
                        }
                        case 'u', 'o' -> {
                            String t = p + (k.type() == 'u' ? "unorderedList" : "orderedList");
                            List<Object> items = new ArrayList<>();
                            for (List<Span> l : k.lines())
                                items.add(
                                        Encoding.map(
                                                "$type",
                                                t + "#listItem",
                                                "content",
                                                rich(p + "text", l, f),
                                                "children",
                                                List.of()));
                            yield Encoding.map("$type", t, "children", items);
                        }
                        case 'q' -> rich(p + "blockquote", k.lines().get(0), f);
                        case 'c' ->
                                Encoding.map(
                                        "$type",
                                        p + "code",
                                        "plaintext",
                                        k.lines().get(0).get(0).text(),
                                        "language",
                                        k.lang());
                        case 'r' -> Encoding.map("$type", p + "horizontalRule");
                        default -> rich(p + "text", k.lines().get(0), f);
                    };
            blocks.add(Encoding.map("$type", "pub.leaflet.pages.linearDocument#block", "block", b));
        }
        return Encoding.map(
                "$type",
                "pub.leaflet.content",
                "pages",
                List.of(
                        Encoding.map(
                                "$type", "pub.leaflet.pages.linearDocument", "blocks", blocks)));
    }

    static Object pckt(List<Block> body) {
        String f = "blog.pckt.richtext.facet";
        String p = "blog.pckt.block.";
        List<Object> items = new ArrayList<>();
        for (Block k : body) {
            items.add(
                    switch (k.type()) {
                        case 'h' -> {
                            Map<String, Object> h = rich(p + "heading", k.lines().get(0), f);
                            h.put("level", (long) k.level());
                            yield h;
                        }
                        case 'u', 'o' -> {
                            List<Object> li = new ArrayList<>();
                            for (List<Span> l : k.lines())
                                li.add(
                                        Encoding.map(
                                                "$type",
                                                p + "listItem",
                                                "content",
                                                List.of(rich(p + "text", l, f))));
                            yield Encoding.map(
                                    "$type",
                                    p + (k.type() == 'u' ? "bulletList" : "orderedList"),
                                    "content",
                                    li);
                        }
                        case 'q' ->
                                Encoding.map(
                                        "$type",
                                        p + "blockquote",
                                        "content",
                                        List.of(rich(p + "text", k.lines().get(0), f)));
                        case 'c' ->
                                Encoding.map(
                                        "$type",
                                        p + "codeBlock",
                                        "plaintext",
                                        k.lines().get(0).get(0).text(),
                                        "language",
                                        k.lang());
                        case 'r' -> Encoding.map("$type", p + "horizontalRule");
                        default -> rich(p + "text", k.lines().get(0), f);
                    });
        }
        return Encoding.map("$type", "blog.pckt.content", "items", items);
    }
}
