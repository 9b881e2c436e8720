package dev.pressline.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Sums up where some backfills stand, as ingest tells. Not thread-safe. */
final class BackfillTally {

    private static final String WAITING = "waiting";

    private final int repos;
    private final List<JsonNode> refused = new ArrayList<>();
    private int over;
    private int waiting;
    private long records;
    private long deleted;
    private String detail = "";

    /** A sum over so many repositories. */
    BackfillTally(int repos) {
        this.repos = repos;
    }

    void add(JsonNode state) {
        String phase = state.path("phase").asText();
        boolean isRefused = phase.equals("refused");
        if (isRefused) {
            refused.add(state);
        }
        over += isRefused || phase.equals("done") ? 1 : 0;
        records += state.path("records").asLong();
        deleted += state.path("deleted").asLong();
        detail = state.path("detail").asText();
        waiting += detail.startsWith(WAITING) ? 1 : 0;
    }

    int repos() {
        return repos;
    }

    /** How many are read or refused. */
    int over() {
        return over;
    }

    /** Those that were refused. */
    List<JsonNode> refused() {
        return List.copyOf(refused);
    }

    /** All of it in a line. */
    String text() {
        String sum =
                Texts.count(records, "record")
                        + (repos == 1 ? "" : " of " + Texts.count(repos, "repo"))
                        + ", "
                        + Texts.count(deleted)
                        + " deleted"
                        + (refused.isEmpty() ? "" : ", " + refused.size() + " refused");
        String waits = waiting == 0 ? "" : ", " + waiting + " waiting";
        return repos == 1 && !detail.isEmpty() ? sum + "; " + detail : sum + waits;
    }
}
