package dev.pressline.testing.benchmarks.growth;

import dev.pressline.testing.benchmarks.corpus.Archive;
import dev.pressline.testing.benchmarks.corpus.Row;
import java.util.Locale;

/** What is done to one document of an archive. */
enum Operation {
    /** A new document, the newest. */
    ADD {
        @Override
        Row row(Archive archive, int step) {
            return archive.documents(step, 1).getFirst();
        }
    },
    /** Another title, of documents from the newest to the thousandth. */
    EDIT {
        @Override
        Row row(Archive archive, int step) {
            return archive.edited(-1 - step * SPREAD);
        }
    },
    /** The end of a document, of such as stand beside those that are edited. */
    DELETE {
        @Override
        Row row(Archive archive, int step) {
            return archive.deleted(-2 - step * SPREAD);
        }
    };

    /** How far apart the documents are that are edited or deleted. */
    static final int SPREAD = 23;

    /** What a report calls it. */
    String title() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The row of the {@code step}th time, counted from zero. */
    abstract Row row(Archive archive, int step);
}
