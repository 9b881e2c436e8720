package dev.pressline.ingest.http;

import dev.pressline.contract.event.Origin;
import dev.pressline.ingest.publish.IntakeTally;
import dev.pressline.ingest.source.RecordSource.PushSource;
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
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code POST /records}: takes records in, and answers when the brokers have them. */
@Path("/records")
public class RecordsResource {

    private static final String NDJSON = "application/x-ndjson";
    private static final String CAR = "application/vnd.ipld.car";

    private final Push push;
    private final PushClients clients;
    private final Admission admission;

    RecordsResource(Push push, PushClients clients, Admission admission) {
        this.push = push;
        this.clients = clients;
        this.admission = admission;
    }

    /**
     * One row as {@code application/json}, one a line as {@code application/x-ndjson}, or a whole
     * repository as {@code application/vnd.ipld.car}. With {@code origin=import} what can never be
     * a record is dead-lettered, with {@code push} only reported; {@code source} names the sender
     * in the envelope.
     */
    @POST
    @Consumes({MediaType.APPLICATION_JSON, NDJSON, CAR})
    @Produces(MediaType.APPLICATION_JSON)
    @RunOnVirtualThread
    public Response post(
            @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) MediaType type,
            @QueryParam("origin") @DefaultValue("push") String origin,
            @QueryParam("source") @DefaultValue("http") String source,
            InputStream body) {
        return clients.admit(
                authorization,
                body,
                counted ->
                        source(origin, source)
                                .map(from -> admission.admit(() -> taken(type, from, counted)))
                                .orElseGet(
                                        () ->
                                                Problem.badRequest(
                                                        "origin", "origin is push or import")));
    }

    private static Optional<PushSource> source(String origin, String name) {
        return Origin.of(origin)
                .filter(o -> o == Origin.PUSH || o == Origin.IMPORT)
                .map(o -> new PushSource(o, name));
    }

    private Response taken(MediaType type, PushSource source, InputStream body) throws IOException {
        IntakeTally tally =
                switch (type.getSubtype()) {
                    case "x-ndjson" -> push.lines(body, source);
                    case "vnd.ipld.car" -> push.car(body, source);
                    default -> push.one(body, source);
                };
        PushAnswer answer = PushAnswer.of(tally);
        return Response.status(answer.isNothing() ? 400 : 202).entity(answer).build();
    }
}
