package dev.pressline.testing.faults.oracle;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pressline.contract.event.EventKey;
import dev.pressline.contract.identifier.AtUri;
import dev.pressline.contract.identifier.InvalidIdentifierException;
import dev.pressline.contract.identifier.Tid;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the entries of an input log. Stateless. */
final class EntryReader {

    private static final ObjectMapper MAPPER =
            new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    private static final String DOCUMENT = "site.standard.document";
    private static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(5);

    private EntryReader() {}

    /** Reads an entry that arrives at {@code now}; never throws for what it holds. */
    static Reading read(LogEntry entry, Instant now) {
        try {
            Tid rev = Tid.parse(entry.rev().orElse(""));
            EventKey key = EventKey.parse(entry.key());
            if (rev.instant().isAfter(now.plus(CLOCK_TOLERANCE))) {
                return new Reading.Rejected("rev-from-the-future");
            }
            if (entry.value().isEmpty()) {
                return deleted(key, rev);
            }
            JsonNode content = json(entry.value().get());
            return content.isObject()
                    ? stated(key, rev, entry.cid(), content)
                    : new Reading.Rejected("not-an-object");
        } catch (InvalidIdentifierException e) {
            return new Reading.Rejected("unreadable-envelope");
        } catch (IOException e) {
            return new Reading.Rejected("not-json");
        }
    }

    private static JsonNode json(byte[] value) throws IOException {
        JsonNode content = MAPPER.readTree(value);
        if (content.isMissingNode()) {
            throw new IOException("the value is empty");
        }
        return content;
    }

    private static Reading deleted(EventKey key, Tid rev) {
        return switch (key) {
            case EventKey.OfRecord record -> new Reading.Delete(record.uri(), rev);
            case EventKey.OfAccount account -> new Reading.Account(account.did(), rev, false, true);
        };
    }

    private static Optional<Reading.Place> place(AtUri uri, JsonNode content) {
        if (!uri.collection().value().equals(DOCUMENT)) {
            return Optional.empty();
        }
        List<String> tags = new ArrayList<>();
        content.path("tags").forEach(tag -> tags.add(tag.asText()));
        return Optional.of(
                new Reading.Place(
                        content.path("publishedAt").asText(), content.path("site").asText(), tags));
    }

    private static Reading stated(EventKey key, Tid rev, Optional<String> cid, JsonNode content) {
        return switch (key) {
            case EventKey.OfRecord record ->
                    new Reading.Put(record.uri(), rev, cid, place(record.uri(), content));
            case EventKey.OfAccount account ->
                    new Reading.Account(
                            account.did(),
                            rev,
                            content.path("active").asBoolean(true),
                            content.path("status").asText("").equals("deleted"));
        };
    }
}
