package dev.pressline.ingest.backfill;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pressline.atproto.pds.RepoStatus;
import dev.pressline.contract.event.EnvelopeHeaders;
import dev.pressline.contract.identifier.Did;
import dev.pressline.contract.identifier.InvalidIdentifierException;
import dev.pressline.contract.identifier.Tid;
import dev.pressline.contract.serde.ContractJson;
import java.io.IOException;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * What a raw event says of an account. Immutable.
 *
 * @param did the account
 * @param rev the version of its state
 * @param status the state
 */
record KnownAccount(Did did, Tid rev, RepoStatus status) {

    /** What a line about an account begins with, and no line about a record. */
    private static final String MARK = "@";

    private static final String ACTIVE = "active";

    /** Reads a raw event; empty for what is not the readable state of an account. */
    static Optional<KnownAccount> of(ConsumerRecord<String, byte[]> event) {
        Optional<String> rev = EnvelopeHeaders.text(event.headers(), "ce_rev");
        if (event.key() == null || event.value() == null || rev.isEmpty()) {
            return Optional.empty();
        }
        try {
            Did did = Did.parse(event.key());
            JsonNode state = ContractJson.mapper().readTree(event.value());
            return Optional.of(
                    new KnownAccount(
                            did,
                            Tid.parse(rev.get()),
                            RepoStatus.of(
                                    state.path("active").asBoolean(false),
                                    state.path("status").asText(""))));
        } catch (InvalidIdentifierException | IOException e) {
            return Optional.empty();
        }
    }

    /** Whether a line is one of an account. */
    static boolean isLine(String line) {
        return line.startsWith(MARK);
    }

    /** The event as a line. */
    String line() {
        return MARK + (status.active() ? ACTIVE : status.status()) + ' ' + rev + ' ' + did;
    }

    /** The event of a line that {@link #line} has written. */
    static KnownAccount parse(String line) {
        String[] words = line.substring(MARK.length()).split(" ", -1);
        return new KnownAccount(
                Did.parse(words[2]),
                Tid.parse(words[1]),
                RepoStatus.of(words[0].equals(ACTIVE), words[0]));
    }
}
