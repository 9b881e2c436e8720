package dev.pressline.ingest.http;

import dev.pressline.ingest.config.IngestConfig;
import io.github.bucket4j.TimeMeter;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Who may push: the holders of bearer tokens (RFC 6750), each with limits of its own. Without a
 * token configured nobody is admitted. Made when the service starts, which a faulty configuration
 * ends. Thread-safe.
 */
@Startup
@ApplicationScoped
class PushClients {

    /** The client of the token without a name. */
    static final String DEFAULT = "default";

    private final List<Holder> holders;
    private final Counter refused;

    private record Holder(Secret authorization, PushClient client) {}

    /**
     * Knows the clients of the configuration; throws {@link IllegalArgumentException} where a token
     * is blank, two clients have the same, or one has two.
     */
    PushClients(IngestConfig config, MeterRegistry registry) {
        Map<String, String> tokens = tokens(config);
        this.holders =
                tokens.entrySet().stream()
                        .map(
                                each ->
                                        new Holder(
                                                new Secret(
                                                        Optional.of("Bearer " + each.getValue())),
                                                client(each.getKey(), config.push(), registry)))
                        .toList();
        this.refused = requests(registry, "", "refused");
    }

    private static PushClient client(
            String name, IngestConfig.Push limits, MeterRegistry registry) {
        return new PushClient(
                name,
                limits.requestsPerMinute(),
                limits.bytesPerMinute().asLongValue(),
                TimeMeter.SYSTEM_NANOTIME,
                registry);
    }

    private static Map<String, String> tokens(IngestConfig config) {
        Map<String, String> tokens = new HashMap<>(config.push().tokens());
        if (config.pushToken().isPresent() && tokens.containsKey(DEFAULT)) {
            refuse(DEFAULT, "pressline.ingest.push-token has that name");
        }
        config.pushToken().ifPresent(token -> tokens.put(DEFAULT, token));
        Set<String> seen = new HashSet<>();
        tokens.forEach(
                (name, token) -> {
                    if (token.isBlank() || !seen.add(token)) {
                        refuse(name, "it is blank, or another client's as well");
                    }
                });
        return tokens;
    }

    private static void refuse(String name, String why) {
        throw new IllegalArgumentException("pressline.ingest.push.tokens." + name + ": " + why);
    }

    /** The requests of a client that ended so; at zero from the start. */
    static Counter requests(MeterRegistry registry, String client, String outcome) {
        return Counter.builder("pressline.push.requests")
                .description("Requests with a body by whose they are and what became of them")
                .tag("client", client)
                .tag("outcome", outcome)
                .register(registry);
    }

    /**
     * The answer of {@code work} to a body that counts as its client's while it is read; or why the
     * client is turned away: it has no token, or has sent too much.
     */
    Response admit(
            @Nullable String authorization,
            InputStream body,
            Function<InputStream, Response> work) {
        Optional<PushClient> holder = holder(authorization);
        if (holder.isEmpty()) {
            refused.increment();
            return Problem.unauthorized();
        }
        PushClient client = holder.get();
        return client.limit()
                .map(Problem::tooMany)
                .orElseGet(() -> work.apply(client.counted(body)));
    }

    /** Whose token a header carries; every token is compared, so that the time tells nothing. */
    private Optional<PushClient> holder(@Nullable String authorization) {
        Optional<PushClient> found = Optional.empty();
        for (Holder holder : holders) {
            if (holder.authorization().is(authorization)) {
                found = Optional.of(holder.client());
            }
        }
        return found;
    }
}
