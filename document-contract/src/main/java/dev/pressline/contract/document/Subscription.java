package dev.pressline.contract.document;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.databind.JsonNode;
import dev.pressline.contract.identifier.AtUri;
import dev.pressline.contract.identifier.Cid;
import dev.pressline.contract.identifier.Tid;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A normalized {@code site.standard.graph.subscription}: that an account follows a publication. The
 * component names are the contract. Immutable.
 *
 * @param uri the record
 * @param cid its version, absent where nobody knows it
 * @param rev the rev that wrote it
 * @param publication the publication, of whatever account, absent if it names no record
 * @param createdAt when it was made, as its author says, absent if unreadable
 * @param repairs what was changed
 * @param violations what breaks the lexicon
 * @param more fields this version does not know, kept as they came
 */
public record Subscription(
        AtUri uri,
        Optional<Cid> cid,
        Tid rev,
        Optional<AtUri> publication,
        Optional<Instant> createdAt,
        List<Repair> repairs,
        List<Violation> violations,
        @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> more)
        implements Normalized {}
