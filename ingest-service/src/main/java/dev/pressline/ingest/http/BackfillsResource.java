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
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code /backfills}: reads whole repositories, and says how far. */
@Path("/backfills")
@Produces(MediaType.APPLICATION_JSON)
public class BackfillsResource {

    private final Backfills backfills;
    private final PushToken token;

    BackfillsResource(Backfills backfills, PushToken token) {
        this.backfills = backfills;
        this.token = token;
    }

    /** What to read: a handle or a DID. */
    public record Request(@Nullable String repo) {}

    /** Begins a backfill. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RunOnVirtualThread
    public Response begin(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization, Request request) {
        if (!token.admits(authorization)) {
            return Response.status(Response.Status.UNAUTHORIZED)
                    .header("WWW-Authenticate", "Bearer")
                    .build();
        }
        String repo = request.repo();
        if (repo == null) {
            return badRequest("/repo is missing: name a handle or a DID");
        }
        try {
            backfills.begin(repo);
            return Response.accepted(Map.of("id", repo)).build();
        } catch (InvalidIdentifierException e) {
            return badRequest("/repo: " + e.getMessage());
        }
    }

    private static Response badRequest(String message) {
        return Response.status(Response.Status.BAD_REQUEST)
                .entity(Map.of("field", "/repo", "message", message))
                .build();
    }

    /** Where every backfill stands. */
    @GET
    public Collection<BackfillState> states() {
        return backfills.states();
    }
}
