package dev.pressline.normalize.convert.inline;

import dev.pressline.contract.document.Inline;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The runs of a faceted text while they are collected, neighbours alike united. Mutable. */
final class FacetLine {

    private final String text;
    private final List<Run> runs = new ArrayList<>();
    private Optional<Piece> open = Optional.empty();

    FacetLine(String text) {
        this.text = text;
    }

    /** A stretch of the text, from one character to before another, and how it is marked. */
    record Piece(int from, int to, List<Style> styles, boolean code) {

        private boolean continuesWith(Piece next) {
            return to == next.from && styles.equals(next.styles) && code == next.code;
        }
    }

    /** Appends a piece. */
    void add(Piece piece) {
        if (open.isPresent() && open.get().continuesWith(piece)) {
            open = Optional.of(new Piece(open.get().from, piece.to, piece.styles, piece.code));
        } else {
            close();
            open = Optional.of(piece);
        }
    }

    /** Appends the reference of a footnote. */
    void add(Inline reference) {
        close();
        runs.add(new Run(reference, List.of()));
    }

    /** Everything appended so far. */
    List<Run> runs() {
        close();
        return runs;
    }

    private void close() {
        open.ifPresent(piece -> write(piece, text.substring(piece.from, piece.to)));
        open = Optional.empty();
    }

    private void write(Piece piece, String covered) {
        if (piece.code) {
            runs.add(new Run(new Inline.Code(covered), piece.styles));
        } else {
            Texts.lines(covered).forEach(leaf -> runs.add(new Run(leaf, piece.styles)));
        }
    }
}
