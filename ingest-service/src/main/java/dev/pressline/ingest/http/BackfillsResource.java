package dev.pressline.ingest.http;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pressline.contract.identifier.InvalidIdentifierException;
import dev.pressline.ingest.backfill.BackfillProgress;
import dev.pressline.ingest.backfill.BackfillReport;
import dev.pressline.ingest.backfill.BackfillState;
import dev.pressline.ingest.backfill.Backfills;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code /backfills}: reads whole repositories, and says how far. */
@Path("/backfills")
@Produces(MediaType.APPLICATION_JSON)
public class BackfillsResource {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String REPO = "/repo";
    private static final String REPOS = "/repos";

    /** The most repositories of one request. */
    static final int MAX_REPOS = 10_000;

    /** The longest body, in bytes: 400 for each repository. */
    static final int MAX_BODY = 400 * MAX_REPOS;

    /** With more repositories waiting no further ones are taken. */
    static final int MAX_WAITING = 200_000;

    private final Backfills backfills;
    private final BackfillReport report;
    private final PushClients clients;

    BackfillsResource(Backfills backfills, BackfillReport report, PushClients clients) {
        this.backfills = backfills;
        this.report = report;
        this.clients = clients;
    }

    /** What to read: a handle or a DID, or several. */
    record Request(@Nullable String repo, @Nullable List<@Nullable String> repos) {}

    /**
     * What was begun: the names under which {@code GET} shows it.
     *
     * @param id the first
     * @param ids all
     */
    public record Begun(String id, List<String> ids) {}

    /** Begins backfills, unless they are under way; all of them, or none where one is no name. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RunOnVirtualThread
    public Response begin(
            @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization,
            InputStream body) {
        return clients.admit(authorization, body, this::begin);
    }

    private Response begin(InputStream body) {
        try {
            byte[] bytes = body.readNBytes(MAX_BODY + 1);
            return bytes.length > MAX_BODY
                    ? Problem.tooLarge(MAX_BODY)
                    : begin(Optional.ofNullable(JSON.readValue(bytes, Request.class)));
        } catch (JacksonException e) {
            return Problem.badRequest("body", "not JSON of this form: " + e.getOriginalMessage());
        } catch (IOException e) {
            return Problem.badRequest("body", "the body broke off; send the same again");
        }
    }

    private Response begin(Optional<Request> request) {
        Optional<List<@Nullable String>> repos = request.map(Request::repos);
        if (repos.isPresent()) {
            return several(repos.get());
        }
        String repo = request.map(Request::repo).orElse(null);
        return repo == null
                ? Problem.badRequest(REPO, "name a handle or a DID")
                : fault(REPO, repo).orElseGet(() -> begun(List.of(repo)));
    }

    private Response several(List<@Nullable String> repos) {
        if (repos.isEmpty() || repos.size() > MAX_REPOS) {
            return Problem.badRequest(REPOS, "name 1 to " + MAX_REPOS + " handles or DIDs");
        }
        for (int i = 0; i < repos.size(); i++) {
            Optional<Response> fault = fault(REPOS + '/' + i, repos.get(i));
            if (fault.isPresent()) {
                return fault.get();
            }
        }
        return begun(
                repos.stream()
                        .flatMap(repo -> Optional.ofNullable(repo).stream())
                        .distinct()
                        .toList());
    }

    private Optional<Response> fault(String field, @Nullable String repo) {
        try {
            backfills.check(repo == null ? "" : repo);
            return Optional.empty();
        } catch (InvalidIdentifierException e) {
            return Optional.of(Problem.badRequest(field, String.valueOf(e.getMessage())));
        }
    }

    private Response begun(List<String> repos) {
        if (report.now().waiting() + repos.size() > MAX_WAITING) {
            return Problem.unavailable("too many repositories wait to be read");
        }
        backfills.begin(repos);
        return Response.accepted(new Begun(repos.getFirst(), repos)).build();
    }

    /** Where every backfill stands; of those that are over, the last ones. */
    @GET
    public Collection<BackfillState> states() {
        return backfills.states();
    }

    /** How far all of them are, in sum, with those of the network. */
    @GET
    @Path("/progress")
    public BackfillProgress progress() {
        return report.now();
    }
}
