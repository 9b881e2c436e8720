package dev.pressline.contract.document;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.databind.JsonNode;
import dev.pressline.contract.identifier.AtUri;
import dev.pressline.contract.identifier.Cid;
import dev.pressline.contract.identifier.Tid;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A normalized {@code site.standard.publication}. The component names are the contract. Immutable.
 *
 * @param uri the record
 * @param cid its version, absent where nobody knows it
 * @param rev the rev that wrote it
 * @param url the base URL, without trailing slash, absent if unusable
 * @param name the name, perhaps empty
 * @param description what it is about
 * @param icon a square image
 * @param theme its colours
 * @param language declared or detected
 * @param showInDiscover false where it asks not to be listed
 * @param labels self-labels
 * @param verification how far its claim to the URL was checked
 * @param repairs what was changed
 * @param violations what breaks the lexicon
 * @param more fields this version does not know, kept as they came
 */
public record Publication(
        AtUri uri,
        Optional<Cid> cid,
        Tid rev,
        Optional<String> url,
        String name,
        Optional<String> description,
        Optional<Blob> icon,
        Optional<Theme> theme,
        Optional<Language> language,
        boolean showInDiscover,
        List<String> labels,
        VerificationLevel verification,
        List<Repair> repairs,
        List<Violation> violations,
        @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> more)
        implements Normalized {

    /** The same at another level. */
    public Publication withVerification(VerificationLevel level) {
        return new Publication(
                uri,
                cid,
                rev,
                url,
                name,
                description,
                icon,
                theme,
                language,
                showInDiscover,
                labels,
                level,
                repairs,
                violations,
                more);
    }
}
