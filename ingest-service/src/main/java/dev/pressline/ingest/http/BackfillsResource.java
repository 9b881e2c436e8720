package dev.pressline.ingest.http;

import dev.pressline.contract.identifier.InvalidIdentifierException;
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
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** {@code /backfills}: reads whole repositories, and says how far. */
@Path("/backfills")
@Produces(MediaType.APPLICATION_JSON)
public class BackfillsResource {

    private static final String REPO = "/repo";

    private final Backfills backfills;
    private final PushToken token;

    BackfillsResource(Backfills backfills, PushToken token) {
        this.backfills = backfills;
        this.token = token;
    }

    /** What to read: a handle or a DID. */
    public record Request(@Nullable String repo) {}

    /** What was begun: the name under which {@code GET} shows it. */
    public record Begun(String id) {}

    /** Begins a backfill, unless it is under way. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RunOnVirtualThread
    public Response begin(
            @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization,
            @Nullable Request request) {
        if (!token.admits(authorization)) {
            return Problem.unauthorized();
        }
        String repo = request == null ? null : request.repo();
        if (repo == null) {
            return Problem.badRequest(REPO, "name a handle or a DID");
        }
        try {
            backfills.begin(repo);
            return Response.accepted(new Begun(repo)).build();
        } catch (InvalidIdentifierException e) {
            return Problem.badRequest(REPO, String.valueOf(e.getMessage()));
        }
    }

    /** Where every backfill stands. */
    @GET
    public Collection<BackfillState> states() {
        return backfills.states();
    }
}
