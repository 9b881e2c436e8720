package dev.pressline.ingest.http;

import dev.pressline.contract.event.Origin;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;

/** {@code POST /records}: takes records in, and answers when the brokers have them. */
@Path("/records")
public class RecordsResource {

    private static final String NDJSON = "application/x-ndjson";

    private final Push push;
    private final PushToken token;

    RecordsResource(Push push, PushToken token) {
        this.push = push;
        this.token = token;
    }

    /**
     * One record, or one row a line. {@code origin=import} dead-letters what can never be a record.
     */
    @POST
    @Consumes({MediaType.APPLICATION_JSON, NDJSON})
    @Produces(MediaType.APPLICATION_JSON)
    @RunOnVirtualThread
    public Response post(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) MediaType type,
            @QueryParam("origin") @DefaultValue("push") String originText,
            @QueryParam("source") @DefaultValue("push") String source,
            InputStream body)
            throws IOException {
        if (!token.admits(authorization)) {
            return Response.status(Response.Status.UNAUTHORIZED)
                    .header("WWW-Authenticate", "Bearer")
                    .build();
        }
        Origin origin = Origin.of(originText).orElse(Origin.PUSH);
        Push.Request request =
                new Push.Request(
                        new BufferedInputStream(body, 1 << 16),
                        type.toString().startsWith(NDJSON),
                        origin,
                        source);
        PushAnswer answer = push.take(request);
        boolean nothing =
                answer.accepted() + answer.skipped() + answer.deadLettered() == 0
                        && !answer.rejected().isEmpty();
        return Response.status(nothing ? Response.Status.BAD_REQUEST : Response.Status.ACCEPTED)
                .entity(answer)
                .build();
    }
}
