package dev.pressline.normalize.convert.inline;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Features of a stretch of text, from the character {@code start} to before {@code end}; both are
 * equal only where a footnote is marked. Immutable.
 */
record Facet(int start, int end, List<Feature> features) {

    /** The most facets of one text that are heard; the text of the others stays unstyled. */
    static final int MOST = 4_096;

    /** Outer ones first: the earlier, then the longer. */
    private static final Comparator<Facet> OUTER_FIRST =
            Comparator.comparingInt(Facet::start).thenComparingInt(facet -> -facet.end());

    /**
     * Reads facets: those with an unreadable, empty or reversed range or without a feature anybody
     * knows are dropped, ranges are cut to the text.
     */
    static List<Facet> read(JsonNode facets, String text, FeatureReader reader) {
        if (facets.isEmpty()) {
            return List.of();
        }
        ByteOffsets offsets = new ByteOffsets(text);
        List<Facet> read = new ArrayList<>();
        for (JsonNode facet : facets) {
            add(facet, offsets, reader, read);
            if (read.size() == MOST) {
                break;
            }
        }
        read.sort(OUTER_FIRST);
        return read;
    }

    private static void add(
            JsonNode facet, ByteOffsets offsets, FeatureReader reader, List<Facet> read) {
        JsonNode index = facet.path("index");
        JsonNode start = index.path("byteStart");
        JsonNode end = index.path("byteEnd");
        List<Feature> features = reader.features(facet.path("features"));
        if (!start.isIntegralNumber() || !end.isIntegralNumber() || features.isEmpty()) {
            return;
        }
        int from = offsets.character(start.longValue());
        int to = offsets.character(end.longValue());
        boolean mark = features.stream().anyMatch(Feature.Note.class::isInstance);
        if (from < to || (from == to && mark)) {
            read.add(new Facet(from, to, features));
        }
    }

    /** Whether it covers the stretch between two neighbouring boundaries. */
    boolean covers(int from, int to) {
        return start <= from && to <= end;
    }
}
