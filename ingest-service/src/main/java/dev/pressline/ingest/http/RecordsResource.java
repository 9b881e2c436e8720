package dev.pressline.ingest.http;

import dev.pressline.contract.event.Origin;
import dev.pressline.ingest.config.IngestConfig;
import dev.pressline.ingest.publish.IntakeTally;
import dev.pressline.ingest.source.RecordSource.PushSource;
import dev.pressline.kit.failure.StoppedException;
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
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * {@code POST /records}: takes records in, and answers when the brokers have them. A few requests
 * are read at once, others wait a little and are then turned away with 503.
 */
@Path("/records")
public class RecordsResource {

    private static final String NDJSON = "application/x-ndjson";
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Push push;
    private final PushToken token;
    private final Semaphore permits;

    RecordsResource(Push push, PushToken token, IngestConfig config) {
        this.push = push;
        this.token = token;
        this.permits = new Semaphore(config.concurrentPushes());
    }

    /**
     * One row as {@code application/json}, or one a line as {@code application/x-ndjson}. With
     * {@code origin=import} what can never be a record is dead-lettered, with {@code push} only
     * reported; {@code source} names the sender in the envelope.
     */
    @POST
    @Consumes({MediaType.APPLICATION_JSON, NDJSON})
    @Produces(MediaType.APPLICATION_JSON)
    @RunOnVirtualThread
    public Response post(
            @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) MediaType type,
            @QueryParam("origin") @DefaultValue("push") String origin,
            @QueryParam("source") @DefaultValue("http") String source,
            InputStream body) {
        if (!token.admits(authorization)) {
            return Problem.unauthorized();
        }
        Optional<PushSource> from = source(origin, source);
        return from.isEmpty()
                ? Problem.badRequest("origin", "origin is push or import")
                : admitted(type, from.get(), body);
    }

    private static Optional<PushSource> source(String origin, String name) {
        return Origin.of(origin)
                .filter(o -> o == Origin.PUSH || o == Origin.IMPORT)
                .map(o -> new PushSource(o, name));
    }

    private Response admitted(MediaType type, PushSource source, InputStream body) {
        try {
            if (!permits.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                return Problem.unavailable("too many requests at once");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Problem.unavailable("the service stops");
        }
        try {
            return taken(type, source, body);
        } finally {
            permits.release();
        }
    }

    private Response taken(MediaType type, PushSource source, InputStream body) {
        try {
            boolean isLines = type.getSubtype().equals("x-ndjson");
            IntakeTally tally = isLines ? push.lines(body, source) : push.one(body, source);
            PushAnswer answer = PushAnswer.of(tally);
            return Response.status(answer.isNothing() ? 400 : 202).entity(answer).build();
        } catch (StoppedException e) {
            return Problem.unavailable("the service stops; send the same again");
        } catch (IOException e) {
            return Problem.badRequest("body", "the body broke off; send the same again");
        }
    }
}
