package dev.pressline.testing.faults.oracle;

import dev.pressline.contract.identifier.AtUri;
import dev.pressline.contract.identifier.Tid;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** Entries of input logs. */
final class Logs {

    static final String DID = "did:web:writer.example";

    private static final Instant NOW = Instant.parse("2026-11-26T12:00:00Z");
    private static final AtomicLong OFFSET = new AtomicLong();

    private Logs() {}

    static Expectation fold(List<LogEntry> log) {
        Fold fold = new Fold(NOW);
        log.forEach(fold::add);
        return fold.expectation();
    }

    static AtUri uri(String rkey) {
        return AtUri.parse("at://" + DID + "/site.standard.document/" + rkey);
    }

    static String rev(int number) {
        return Tid.of(1_700_000_000_000_000L + number, 0).value();
    }

    static Standing.Present present(int rev) {
        return new Standing.Present(Tid.parse(rev(rev)), Optional.empty());
    }

    /** A document of a tag, published the later the greater its key. */
    static LogEntry document(String rkey, int rev, String tag) {
        String json =
                """
                {"site": "at://%s/site.standard.publication/paper", "tags": ["%s"],
                 "publishedAt": "2026-01-0%dT00:00:00Z"}\
                """
                        .formatted(DID, tag, rkey.charAt(0) - 'a' + 1);
        return entry(uri(rkey).toString(), rev(rev), json);
    }

    static LogEntry delete(String rkey, int rev) {
        return new LogEntry(
                0,
                OFFSET.incrementAndGet(),
                uri(rkey).toString(),
                Optional.of(rev(rev)),
                Optional.empty(),
                Optional.empty());
    }

    /** The state of the account; active without a status. */
    static LogEntry account(int rev, String status) {
        String json = "{\"active\":" + status.isEmpty() + ",\"status\":\"" + status + "\"}";
        return entry(DID, rev(rev), json);
    }

    static LogEntry entry(String key, String rev, String value) {
        return new LogEntry(
                0,
                1_000_000_000 + OFFSET.incrementAndGet(),
                key,
                Optional.of(rev).filter(text -> !text.isEmpty()),
                Optional.empty(),
                Optional.of(value.getBytes(StandardCharsets.UTF_8)));
    }
}
