package dev.pressline.normalize.convert.inline;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pressline.contract.document.Block;
import dev.pressline.contract.document.Inline;
import dev.pressline.normalize.convert.source.ConversionContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Text with facets over UTF-8 byte ranges, as Leaflet, pckt, Offprint and others write it. The text
 * is cut at every boundary and each piece gets the features of all facets that cover it; facets may
 * overlap, cross, stand in any order or lie outside of the text. One for each conversion.
 */
public final class Facets {

    private static final Set<String> PLACEHOLDERS = Set.of("", "*");

    private final FeatureReader reader;
    private final Footnotes footnotes;

    /** Facets of a document; bodies of footnotes go to {@code footnotes}. */
    public Facets(ConversionContext context, Footnotes footnotes) {
        this.reader = new FeatureReader(context);
        this.footnotes = footnotes;
    }

    /** The inlines of a text; line feeds are forced breaks. Empty for a text without words. */
    public List<Inline> inlines(String text, JsonNode facets) {
        List<Facet> read = Facet.read(facets, text, reader);
        List<Facet> noted =
                read.stream().filter(facet -> notes(facet).findAny().isPresent()).toList();
        FacetLine line = new FacetLine(text);
        int from = 0;
        for (int to : boundaries(text, read)) {
            piece(text, from, to, read).ifPresent(line::add);
            noted.stream()
                    .filter(facet -> facet.end() == to)
                    .flatMap(Facets::notes)
                    .forEach(note -> line.add(reference(note)));
            from = to;
        }
        return InlineTree.of(Runs.tidy(line.runs()));
    }

    private static SortedSet<Integer> boundaries(String text, List<Facet> facets) {
        TreeSet<Integer> boundaries = new TreeSet<>(Set.of(text.length()));
        for (Facet facet : facets) {
            boundaries.add(facet.start());
            boundaries.add(facet.end());
        }
        return boundaries;
    }

    /** The piece between neighbouring boundaries; none where it is empty or a placeholder. */
    private static Optional<FacetLine.Piece> piece(
            String text, int from, int to, List<Facet> facets) {
        List<Facet> covering = covering(from, to, facets);
        boolean hidden = covering.stream().anyMatch(facet -> isPlaceholder(facet, text));
        return from == to || hidden
                ? Optional.empty()
                : Optional.of(new FacetLine.Piece(from, to, styles(covering), isCode(covering)));
    }

    /** The facets over a piece; they are in the order of their beginnings. */
    private static List<Facet> covering(int from, int to, List<Facet> facets) {
        List<Facet> covering = new ArrayList<>();
        for (Facet facet : facets) {
            if (facet.start() > from) {
                break;
            }
            if (facet.covers(from, to)) {
                covering.add(facet);
            }
        }
        return covering;
    }

    private static boolean isPlaceholder(Facet facet, String text) {
        return notes(facet).findAny().isPresent()
                && PLACEHOLDERS.contains(text.substring(facet.start(), facet.end()).strip());
    }

    private static Stream<Feature.Note> notes(Facet facet) {
        return facet.features().stream()
                .filter(Feature.Note.class::isInstance)
                .map(Feature.Note.class::cast);
    }

    private static List<Style> styles(List<Facet> facets) {
        List<Style> styles = List.of();
        for (Facet facet : facets) {
            for (Feature feature : facet.features()) {
                if (feature instanceof Feature.Styled styled) {
                    styles = Run.nest(styles, styled.style());
                }
            }
        }
        return styles;
    }

    private static boolean isCode(List<Facet> facets) {
        return facets.stream()
                .flatMap(facet -> facet.features().stream())
                .anyMatch(Feature.Code.class::isInstance);
    }

    private Inline reference(Feature.Note note) {
        return footnotes.reference(note.key(), () -> body(note));
    }

    private List<Block> body(Feature.Note note) {
        List<Inline> inlines = inlines(note.text(), note.facets());
        return inlines.isEmpty() ? List.of() : List.of(new Block.Paragraph(inlines));
    }
}
