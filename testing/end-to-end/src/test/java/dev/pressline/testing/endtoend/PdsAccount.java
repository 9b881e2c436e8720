package dev.pressline.testing.endtoend;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pressline.contract.serde.ContractJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** An account on a PDS, used as its owner would; what only an administrator may do is said. */
final class PdsAccount {

    private final Pds pds;
    private final JsonNode credentials;

    PdsAccount(Pds pds, JsonNode credentials) {
        this.pds = pds;
        this.credentials = credentials;
    }

    String did() {
        return credentials.path("did").asText();
    }

    /** The handle that the account began with. */
    String handle() {
        return credentials.path("handle").asText();
    }

    /** A record as the PDS lists it. */
    record Listed(String rkey, String cid, JsonNode value) {

        private Listed(JsonNode listed) {
            this(
                    listed.path("uri").asText().replaceFirst(".*/", ""),
                    listed.path("cid").asText(),
                    listed.path("value"));
        }
    }

    /** The records of a collection by record key, at most a hundred. */
    Map<String, Listed> list(String collection) {
        JsonNode answer =
                pds.get(
                        "com.atproto.repo.listRecords?limit=100&repo="
                                + encodedDid()
                                + "&collection="
                                + collection);
        List<Listed> listed = new ArrayList<>();
        answer.path("records").forEach(each -> listed.add(new Listed(each)));
        return listed.stream().collect(Collectors.toMap(Listed::rkey, each -> each));
    }

    /**
     * What the PDS says of the account: active, and if not, why; a deleted one is unknown there.
     */
    State state() {
        var response = pds.ask("com.atproto.sync.getRepoStatus?did=" + encodedDid());
        JsonNode answer = RunningPipeline.json(response.body());
        return answer.path("error").asText("").equals("RepoNotFound")
                ? new State(false, "deleted")
                : State.of(answer);
    }

    /** Whether an account is active; if not, the word for why, else empty. */
    record State(boolean active, String status) {

        static final State ACTIVE = new State(true, "");

        /** What a PDS, or an account event, says. */
        static State of(JsonNode said) {
            boolean active = said.path("active").asBoolean();
            return new State(active, active ? "" : said.path("status").asText(""));
        }
    }

    /** Creates or replaces a record. */
    void put(String collection, String rkey, JsonNode record) {
        ObjectNode input = identity(collection, rkey);
        input.set("record", record);
        pds.call("com.atproto.repo.putRecord", owner(), input);
    }

    /** Deletes a record. */
    void delete(String collection, String rkey) {
        pds.call("com.atproto.repo.deleteRecord", owner(), identity(collection, rkey));
    }

    void deactivate() {
        pds.call("com.atproto.server.deactivateAccount", owner(), object());
    }

    void reactivate() {
        pds.call("com.atproto.server.activateAccount", owner());
    }

    void changeHandle(String handle) {
        pds.call("com.atproto.identity.updateHandle", owner(), object().put("handle", handle));
    }

    /** Takes the account down, or back up, as the administrator. */
    void takeDown(boolean applied) {
        ObjectNode input = object();
        input.putObject("subject").put("$type", "com.atproto.admin.defs#repoRef").put("did", did());
        input.putObject("takedown").put("applied", applied);
        pds.administer("com.atproto.admin.updateSubjectStatus", input);
    }

    /** Deletes the account, as the administrator. */
    void deleteForEver() {
        pds.administer("com.atproto.admin.deleteAccount", object().put("did", did()));
    }

    private ObjectNode identity(String collection, String rkey) {
        return object().put("repo", did()).put("collection", collection).put("rkey", rkey);
    }

    private static ObjectNode object() {
        return ContractJson.mapper().createObjectNode();
    }

    private String owner() {
        return "Bearer " + credentials.path("accessJwt").asText();
    }

    private String encodedDid() {
        return did().replace("%", "%25");
    }
}
