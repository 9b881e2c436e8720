package dev.pressline.testing.benchmarks.latency;

import java.util.Locale;

/** What happens to a record on its way, in order. */
enum Milestone {
    /** Ingest has answered that the brokers have it. */
    ACCEPTED,
    /** The normalized document is on its topic. */
    NORMALIZED,
    /** The index has asked for its page. */
    ASKED_FOR,
    /** Its page can be read. */
    PAGE,
    /** The feed of its account can be read, and holds it. */
    FEED;

    /** What a report calls it. */
    String label() {
        return switch (this) {
            case ACCEPTED -> "raw record accepted";
            case NORMALIZED -> "normalized";
            case ASKED_FOR -> "page asked for by the index";
            case PAGE -> "page readable";
            case FEED -> "feed readable, holding it";
        };
    }

    /** What a figure is called by. */
    String title() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
