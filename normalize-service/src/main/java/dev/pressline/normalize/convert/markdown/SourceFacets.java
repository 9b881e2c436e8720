package dev.pressline.normalize.convert.markdown;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pressline.normalize.convert.inline.ByteOffsets;
import dev.pressline.normalize.convert.inline.Style;
import dev.pressline.normalize.convert.inline.Targets;
import dev.pressline.normalize.convert.source.ConversionContext;
import dev.pressline.normalize.convert.source.Fields;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Facets over the source of a Markdown text, written into it as the markup they stand for. Most
 * cover what is marked up already; heard are those whose range is mere text to Markdown, and
 * headings that are a whole paragraph. Stateless.
 */
final class SourceFacets {

    /** The most facets of one text that are heard. */
    private static final int MOST = 4_096;

    private static final String PROFILES = "https://bsky.app/profile/";

    private final String markdown;
    private final ConversionContext context;
    private final PlainRanges plain;
    private final ByteOffsets offsets;
    private final List<Insertion> insertions = new ArrayList<>();

    private SourceFacets(String markdown, ConversionContext context) {
        this.markdown = markdown;
        this.context = context;
        this.plain = PlainRanges.of(markdown);
        this.offsets = new ByteOffsets(markdown);
    }

    /**
     * Markup at a place; {@code rank} puts what closes before what opens, and outer before inner.
     */
    private record Insertion(int at, int rank, String markup) {}

    /** The Markdown with the markup of its facets; as it is without any. */
    static String written(String markdown, List<JsonNode> facets, ConversionContext context) {
        if (facets.isEmpty()) {
            return markdown;
        }
        SourceFacets writer = new SourceFacets(markdown, context);
        facets.stream().limit(MOST).forEach(writer::add);
        return writer.write();
    }

    private void add(JsonNode facet) {
        JsonNode index = facet.path("index");
        if (!index.path("byteStart").isIntegralNumber()
                || !index.path("byteEnd").isIntegralNumber()) {
            return;
        }
        int start = offsets.character(index.path("byteStart").longValue());
        int end = offsets.character(index.path("byteEnd").longValue());
        if (start >= end) {
            return;
        }
        List<String> tags = new ArrayList<>();
        for (JsonNode feature : Fields.list(facet, "features")) {
            if (Fields.kind(feature).equals("header")) {
                heading(start, end, Fields.integer(feature, "level").orElse(1));
            }
            tag(feature).ifPresent(tags::add);
        }
        if (!tags.isEmpty() && plain.isText(start, end)) {
            wrap(start, end, tags);
        }
    }

    private void heading(int start, int end, int level) {
        int words = markdown.substring(start, end).stripTrailing().length();
        if (plain.isParagraph(start, start + words)) {
            insertions.add(new Insertion(start, 0, "#".repeat(Math.clamp(level, 1, 6)) + ' '));
        }
    }

    private void wrap(int start, int end, List<String> tags) {
        StringBuilder open = new StringBuilder();
        StringBuilder close = new StringBuilder();
        for (String tag : tags) {
            open.append('<').append(tag).append('>');
            close.insert(0, "</" + tag.split(" ", 2)[0] + '>');
        }
        int shorter = markdown.length() - (end - start) + 1;
        insertions.add(new Insertion(start, shorter, open.toString()));
        insertions.add(new Insertion(end, -shorter, close.toString()));
    }

    private Optional<String> tag(JsonNode feature) {
        return switch (Fields.kind(feature)) {
            case "code" -> Optional.of("code");
            case "link" -> Fields.text(feature, "uri", "url", "href").flatMap(this::anchor);
            case "didMention", "mention" -> Fields.text(feature, "did").flatMap(this::anchor);
            default -> Style.Mark.named(Fields.kind(feature)).map(SourceFacets::tag);
        };
    }

    private Optional<String> anchor(String target) {
        return Targets.of(target, context).flatMap(SourceFacets::href).map(SourceFacets::anchorTag);
    }

    private static Optional<String> href(Style target) {
        return switch (target) {
            case Style.Link(String href) -> Optional.of(href);
            case Style.Mention mention -> Optional.of(PROFILES + mention.did());
            case Style.Mark mark -> Optional.empty();
        };
    }

    private static String anchorTag(String href) {
        return "a href=\"" + href.replace("&", "&amp;").replace("\"", "&quot;") + '"';
    }

    private static String tag(Style.Mark mark) {
        return switch (mark) {
            case STRONG -> "strong";
            case EMPHASIS -> "em";
            case UNDERLINE -> "u";
            case STRIKETHROUGH -> "s";
            case HIGHLIGHT -> "mark";
        };
    }

    private String write() {
        insertions.sort(Comparator.comparingInt(Insertion::at).thenComparingInt(Insertion::rank));
        StringBuilder written = new StringBuilder();
        int from = 0;
        for (Insertion insertion : insertions) {
            written.append(markdown, from, insertion.at()).append(insertion.markup());
            from = insertion.at();
        }
        return written.append(markdown, from, markdown.length()).toString();
    }
}
