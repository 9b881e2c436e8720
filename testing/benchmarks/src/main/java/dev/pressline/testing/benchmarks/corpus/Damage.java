package dev.pressline.testing.benchmarks.corpus;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What goes wrong in records: the damage of a link regexp, and 16 further faults. Immutable. */
final class Damage {

    private final Words words;

    Damage(Words words) {
        this.words = words;
    }

    /**
     * Text as left by a link regexp gone wrong, and the tags made of its fragments (cf. the fault
     * of the seed record).
     */
    String mangle(Rng r, List<Block> body, List<String> tags) {
        StringBuilder b = new StringBuilder();
        boolean open = false;
        for (Block k : body) {
            if (k.type() == 'r') continue;
            if (b.length() > 0) b.append("\n\n");
            boolean bold = r.chance(0.15);
            if (bold) b.append("**");
            for (List<Span> line : k.lines()) {
                for (Span s : line) {
                    if (s.style() == 'l') {
                        tags.add(s.text());
                        double d = r.unit();
                        if (d < 0.35) { // the target swallowed prose
                            String prose =
                                    Words.cap(words.phrase(r, 12 + r.below(30)))
                                            + " \\("
                                            + words.word(r).toUpperCase(Locale.ROOT)
                                            + "\\) "
                                            + words.phrase(r, 6)
                                            + ".";
                            b.append(s.text()).append("](https://").append(prose).append(")");
                            tags.add(
                                    s.text()
                                            + "](https://"
                                            + prose
                                            + "). "
                                            + Words.cap(words.phrase(r, 8))
                                            + " ["
                                            + Words.cap(words.word(r)));
                        } else if (d < 0.6) { // the opening bracket of the next link was left over
                            b.append(s.text()).append(", and [").append(Words.cap(words.word(r)));
                            tags.add(
                                    s.text()
                                            + ", ["
                                            + Words.cap(words.word(r))
                                            + ", "
                                            + words.word(r).toUpperCase(Locale.ROOT));
                            open = true;
                        } else {
                            b.append(s.text());
                        }
                    } else if (s.style() == 'b') {
                        b.append("**")
                                .append(s.text())
                                .append("****")
                                .append(words.word(r))
                                .append("**");
                    } else {
                        b.append(s.text());
                    }
                }
            }
            if (bold) b.append("**");
        }
        if (open && r.chance(0.5)) b.append("](");
        if (!tags.isEmpty()) tags.add(tags.get(0));
        return b.toString();
    }

    /** One further fault; each is something a repairing consumer has to survive. */
    void spoil(Rng r, Map<String, Object> rec) {
        String text = (String) rec.get("textContent");
        switch (r.below(16)) {
            case 0 -> rec.computeIfPresent("path", (k, v) -> ((String) v).substring(1));
            case 1 -> rec.put("site", rec.get("site") + "/");
            case 2 -> rec.put("publishedAt", ((String) rec.get("publishedAt")).substring(0, 10));
            case 3 ->
                    rec.put(
                            "publishedAt",
                            ((String) rec.get("publishedAt")).replace("Z", "+02:00"));
            case 4 ->
                    rec.put(
                            "tags",
                            List.of(
                                    "#" + words.word(r),
                                    "#" + words.word(r),
                                    " " + words.word(r) + " ",
                                    ""));
            case 5 -> rec.put("tags", String.join(",", words.phrase(r, 4).split(" ")));
            case 6 -> rec.put("textContent", text.replace("’", "â€™").replace("“", "â€œ"));
            case 7 ->
                    rec.put("textContent", text.replace("’", "&amp;#8217;").replace("&", "&amp;"));
            case 8 ->
                    rec.put(
                            "textContent",
                            text.replace("\n\n", "\r\n\r\n").replace(". ", ".\u200b "));
            case 9 ->
                    rec.put(
                            "textContent",
                            "<p>"
                                    + text.replace("\n\n", "</p><p>")
                                    + "</p><script>alert(1)</script><img src=x onerror=alert(1)>");
            case 10 ->
                    rec.put(
                            "textContent",
                            text
                                    + "\n\n"
                                    + "[click](javascript:alert(1)) <a"
                                    + " href=\"data:text/html,x\">x</a>");
            case 11 -> rec.put("title", "");
            case 12 -> rec.remove("textContent");
            case 13 ->
                    rec.put(
                            "content",
                            Encoding.map(
                                    "$type",
                                    "com.example.unknown#content",
                                    "body",
                                    words.phrase(r, 30)));
            case 14 -> rec.put("title", rec.get("title") + " \u202e" + words.word(r) + "\u0000");
            default -> rec.put("content", leafletWithBadFacets(text == null ? "" : text));
        }
    }

    private static Object leafletWithBadFacets(String text) {
        String t = text.length() > 400 ? text.substring(0, 400) : text;
        List<Object> facets =
                List.of(
                        Encoding.map(
                                "index",
                                Encoding.map("byteStart", 5L, "byteEnd", 100_000L),
                                "features",
                                List.of(Encoding.map("$type", "pub.leaflet.richtext.facet#bold"))),
                        Encoding.map(
                                "index",
                                Encoding.map("byteStart", 9L, "byteEnd", 3L),
                                "features",
                                List.of(
                                        Encoding.map(
                                                "$type",
                                                "pub.leaflet.richtext.facet#link",
                                                "uri",
                                                "javascript:alert(1)"))),
                        Encoding.map(
                                "index",
                                Encoding.map("byteStart", -1L, "byteEnd", 2L),
                                "features",
                                List.of(
                                        Encoding.map(
                                                "$type", "pub.leaflet.richtext.facet#italic"))));
        return Encoding.map(
                "$type",
                "pub.leaflet.content",
                "pages",
                List.of(
                        Encoding.map(
                                "$type",
                                "pub.leaflet.pages.linearDocument",
                                "blocks",
                                List.of(
                                        Encoding.map(
                                                "$type",
                                                "pub.leaflet.pages.linearDocument#block",
                                                "block",
                                                Encoding.map(
                                                        "$type",
                                                        "pub.leaflet.blocks.text",
                                                        "plaintext",
                                                        t,
                                                        "facets",
                                                        facets))))));
    }
}
