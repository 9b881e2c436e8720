package dev.pressline.atproto.identity;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pressline.contract.identifier.AtUri;
import dev.pressline.contract.identifier.Did;
import dev.pressline.contract.identifier.Handle;
import dev.pressline.contract.identifier.InvalidIdentifierException;
import java.util.Optional;
import okhttp3.HttpUrl;

/**
 * What we need of a DID document. Immutable.
 *
 * @param did whose document it is
 * @param pds the base URL of the PDS, absent when the document names none that is usable
 * @param signingMethod what the account signs its commits with
 * @param claimedHandle the first well-formed handle it claims; unproven
 * @see <a href="https://atproto.com/specs/did#did-documents">AT Protocol: DID documents</a>
 */
public record DidDocument(
        Did did,
        Optional<HttpUrl> pds,
        Optional<SigningMethod> signingMethod,
        Optional<Handle> claimedHandle) {

    /**
     * The key that an account signs with, as its document spells it.
     *
     * @param type such as {@code Multikey}
     * @param publicKeyMultibase the key
     */
    public record SigningMethod(String type, String publicKeyMultibase) {}

    /** Reads a document, or empty when it is not that of {@code did}. */
    public static Optional<DidDocument> parse(Did did, JsonNode json) {
        return json.path("id").asText("").equals(did.value())
                ? Optional.of(new DidDocument(did, pds(json), signingMethod(json), handle(json)))
                : Optional.empty();
    }

    private static Optional<HttpUrl> pds(JsonNode json) {
        for (JsonNode service : json.path("service")) {
            boolean isPds =
                    service.path("id").asText("").endsWith("#atproto_pds")
                            && service.path("type").asText("").equals("AtprotoPersonalDataServer");
            if (isPds) {
                return baseUrl(service.path("serviceEndpoint").asText(""));
            }
        }
        return Optional.empty();
    }

    private static Optional<SigningMethod> signingMethod(JsonNode json) {
        for (JsonNode method : json.path("verificationMethod")) {
            if (method.path("id").asText("").endsWith("#atproto")) {
                return Optional.of(
                        new SigningMethod(
                                method.path("type").asText(""),
                                method.path("publicKeyMultibase").asText("")));
            }
        }
        return Optional.empty();
    }

    private static Optional<HttpUrl> baseUrl(String text) {
        HttpUrl url = HttpUrl.parse(text);
        boolean bare =
                url != null
                        && url.username().isEmpty()
                        && url.encodedPath().equals("/")
                        && url.encodedQuery() == null;
        return bare ? Optional.of(url) : Optional.empty();
    }

    private static Optional<Handle> handle(JsonNode json) {
        for (JsonNode name : json.path("alsoKnownAs")) {
            String text = name.asText("");
            if (text.startsWith(AtUri.SCHEME)) {
                try {
                    return Optional.of(Handle.parse(text.substring(AtUri.SCHEME.length())));
                } catch (InvalidIdentifierException e) {
                    continue;
                }
            }
        }
        return Optional.empty();
    }
}
