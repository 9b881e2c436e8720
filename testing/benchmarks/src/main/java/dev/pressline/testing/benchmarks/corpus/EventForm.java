package dev.pressline.testing.benchmarks.corpus;

/** How a record is written on its line. Stateless. */
enum EventForm {
    /** The bare record. */
    RECORD {
        @Override
        Object event(GeneratedRecord of, String operation, long number) {
            return of.record();
        }
    },
    /** A row with uri, cid, did, collection, rkey, kind and record. */
    ROW {
        @Override
        Object event(GeneratedRecord of, String operation, long number) {
            return Encoding.map(
                    "uri",
                    of.uri(),
                    "cid",
                    of.cid(),
                    "did",
                    of.did(),
                    "collection",
                    of.collection(),
                    "rkey",
                    of.rkey(),
                    "kind",
                    of.kind(),
                    "record",
                    of.record());
        }
    },
    /** A commit event of Jetstream v1. */
    JETSTREAM {
        @Override
        Object event(GeneratedRecord of, String operation, long number) {
            boolean isDelete = operation.equals("delete");
            Object commit =
                    Encoding.map(
                            "rev",
                            rev(number),
                            "operation",
                            operation,
                            "collection",
                            of.collection(),
                            "rkey",
                            of.rkey(),
                            "record",
                            isDelete ? null : of.record(),
                            "cid",
                            isDelete ? null : of.cid());
            return Encoding.map(
                    "did", of.did(), "time_us", micros(number), "kind", "commit", "commit", commit);
        }
    },
    /** A record event of Tap. */
    TAP {
        @Override
        Object event(GeneratedRecord of, String operation, long number) {
            boolean isDelete = operation.equals("delete");
            Object record =
                    Encoding.map(
                            "live",
                            false,
                            "rev",
                            rev(number),
                            "did",
                            of.did(),
                            "collection",
                            of.collection(),
                            "rkey",
                            of.rkey(),
                            "action",
                            operation,
                            "cid",
                            isDelete ? null : of.cid(),
                            "record",
                            isDelete ? null : of.record());
            return Encoding.map("id", number, "type", "record", "record", record);
        }
    };

    /** The value of a line; events are numbered from zero, and their revs rise with them. */
    abstract Object event(GeneratedRecord of, String operation, long number);

    /** Whether lines are events, which may update, delete and repeat. */
    boolean hasOperations() {
        return this == JETSTREAM || this == TAP;
    }

    private static long micros(long number) {
        return Corpus.EPOCH + number * 1_000L;
    }

    private static String rev(long number) {
        return Identifiers.tid(micros(number), 1);
    }
}
