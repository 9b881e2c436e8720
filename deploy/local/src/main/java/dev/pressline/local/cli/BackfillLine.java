package dev.pressline.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pressline.local.watch.Estimate;
import java.time.Duration;
import java.util.Optional;

/** What the status says of backfills, from what ingest tells of all of them. Stateless. */
final class BackfillLine {

    private static final int DETAIL = 200;

    private BackfillLine() {}

    /** The line, or empty where no repository was ever read. */
    static Optional<String> of(JsonNode progress) {
        JsonNode network = progress.path("network");
        JsonNode over = network.isObject() ? network.path("over") : progress.path("over");
        long done = over.path("repos").asLong();
        long refused = over.path("refused").asLong();
        long left = progress.path("waiting").asLong() + progress.path("reading").asLong();
        boolean isNothing = !network.isObject() && done + refused + left == 0;
        return isNothing
                ? Optional.empty()
                : Optional.of(
                        Texts.count(done, "repo")
                                + found(network)
                                + ", "
                                + Texts.count(over.path("records").asLong(), "record")
                                + part(refused, "refused")
                                + part(left, "to read")
                                + part(progress.path("hostsParked").asLong(), "hosts parked")
                                + rate(progress)
                                + detail(network));
    }

    private static String found(JsonNode network) {
        if (!network.isObject()) {
            return "";
        }
        String sofar = network.path("listed").asBoolean() ? "" : " found so far";
        return " of " + Texts.count(network.path("found").asLong()) + sofar;
    }

    private static String part(long count, String what) {
        return count == 0 ? "" : ", " + Texts.count(count) + ' ' + what;
    }

    private static String rate(JsonNode progress) {
        double records = progress.path("recordsPerSecond").asDouble();
        String rate = records < 1 ? "" : ", " + Texts.count(Math.round(records)) + " records/s";
        JsonNode left = progress.path("secondsLeft");
        boolean isTold = left.isNumber() && left.asLong() > 0;
        return rate + (isTold ? Estimate.inWords(Duration.ofSeconds(left.asLong())) : "");
    }

    private static String detail(JsonNode network) {
        String detail = network.path("detail").asText("");
        return detail.isEmpty() ? "" : "; " + Printable.of(detail, DETAIL);
    }
}
