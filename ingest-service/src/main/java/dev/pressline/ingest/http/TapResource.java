package dev.pressline.ingest.http;

import dev.pressline.ingest.config.IngestConfig;
import dev.pressline.ingest.live.TapIntake;
import dev.pressline.ingest.row.RowParser;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * {@code POST /tap}: the webhook of a Tap. Takes one event, and answers 200 when the brokers have
 * what came of it; Tap sends again what is not answered so. Tap's password is asked for; without
 * one configured nobody is admitted.
 */
@Path("/tap")
public class TapResource {

    private static final String USER = "admin:";

    private final TapIntake intake;
    private final Admission admission;
    private final Secret password;

    TapResource(TapIntake intake, Admission admission, IngestConfig config) {
        this.intake = intake;
        this.admission = admission;
        this.password = new Secret(config.tapWebhookPassword().map(TapResource::basic));
    }

    private static String basic(String password) {
        byte[] pair = (USER + password).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(pair);
    }

    /** One event of Tap as JSON. What can never be read is dead-lettered and answered with 200. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RunOnVirtualThread
    public Response post(
            @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization,
            InputStream body) {
        return password.is(authorization)
                ? admission.admit(() -> taken(body))
                : Problem.unauthorized(
                        "Basic", "Tap's password is missing or not the one expected");
    }

    private Response taken(InputStream body) throws IOException {
        intake.take(body.readNBytes(RowParser.MAX_ROW + 1));
        return Response.ok().build();
    }
}
