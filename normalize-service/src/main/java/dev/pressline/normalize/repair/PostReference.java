package dev.pressline.normalize.repair;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.pressline.contract.document.Certainty;
import dev.pressline.contract.identifier.AtUri;
import java.util.Optional;

/**
 * A {@code bskyPostRef} that holds the whole answer of createRecord, or only the address of the
 * post: what remains is {@code uri} and, where known, {@code cid}.
 */
final class PostReference implements RepairRule {

    private static final RuleName NAME = new RuleName("post-reference", 2);
    private static final String FIELD = "/bskyPostRef";
    private static final String WEB = "https://bsky.app/profile/";

    @Override
    public RuleName name() {
        return NAME;
    }

    @Override
    public void repair(Draft draft) {
        String web = draft.get(FIELD).path("uri").asText("");
        if (web.startsWith(WEB)) {
            address(web, draft.facts())
                    .ifPresent(
                            uri ->
                                    draft.change(
                                            NAME,
                                            Certainty.CERTAIN,
                                            FIELD + "/uri",
                                            TextNode.valueOf(uri)));
        }
        JsonNode reference = draft.get(FIELD);
        if (reference.isObject() && reference.path("uri").isTextual()) {
            draft.change(NAME, Certainty.CERTAIN, FIELD, plain(reference));
        } else if (reference.isTextual()) {
            address(reference.textValue(), draft.facts())
                    .ifPresent(uri -> draft.change(NAME, Certainty.CERTAIN, FIELD, plain(uri)));
        }
    }

    private static ObjectNode plain(JsonNode reference) {
        ObjectNode plain = JsonNodeFactory.instance.objectNode();
        reference
                .properties()
                .forEach(
                        e -> {
                            if (isPart(e.getKey())) {
                                plain.set(e.getKey(), e.getValue());
                            }
                        });
        return plain;
    }

    private static boolean isPart(String name) {
        return name.equals("uri") || name.equals("cid") || name.equals("$type");
    }

    private static ObjectNode plain(String uri) {
        return JsonNodeFactory.instance.objectNode().put("uri", uri);
    }

    private static Optional<String> address(String text, RecordFacts facts) {
        if (text.startsWith(AtUri.SCHEME)) {
            return Optional.of(text);
        }
        String page = text.startsWith(WEB) ? text.substring(WEB.length()) : "";
        String[] parts = page.split("[?#]", 2)[0].split("/", -1);
        if (parts.length != 3 || !parts[1].equals("post")) {
            return Optional.empty();
        }
        boolean own = facts.handle().filter(h -> h.value().equals(parts[0])).isPresent();
        String account = own ? facts.uri().did().value() : parts[0];
        return account.startsWith("did:")
                ? Optional.of(AtUri.SCHEME + account + "/app.bsky.feed.post/" + parts[2])
                : Optional.empty();
    }
}
