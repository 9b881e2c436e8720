package dev.pressline.atproto.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import okhttp3.Dns;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/**
 * GET from hosts that strangers name: https on port 443 and public addresses only (this machine on
 * any port by configuration, for tests), a few checked redirects, bounded size and time, per-host
 * budgets. The limits hold for each redirect anew. Blocks; thread-safe.
 */
public final class GuardedHttp {

    private static final int MAX_REDIRECTS = 3;
    private static final int OK = 200;
    private static final int REQUEST_TIMEOUT = 408;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int SERVER_ERROR = 500;
    private static final int NOT_IMPLEMENTED = 501;
    private static final int BUFFER = 16 * 1024;
    private static final long MAX_ERROR_BODY = 64 * 1024;
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String USER_AGENT = "Pressline";

    private final OkHttpClient client;
    private final HostBudget budget;
    private final AddressGuard guard;

    /** Makes a client; {@code allowLoopback} admits http and any port on this machine. */
    public GuardedHttp(boolean allowLoopback, Clock clock) {
        this(allowLoopback, clock, Dns.SYSTEM);
    }

    GuardedHttp(boolean allowLoopback, Clock clock, Dns dns) {
        this.guard = new AddressGuard(allowLoopback);
        this.budget = new HostBudget(clock);
        this.client =
                new OkHttpClient.Builder()
                        .dns(new GuardedDns(dns, guard))
                        .socketFactory(new GuardedSockets(guard))
                        .followRedirects(false)
                        .followSslRedirects(false)
                        .retryOnConnectionFailure(true)
                        .proxy(Proxy.NO_PROXY)
                        .connectTimeout(CONNECT)
                        .build();
    }

    /** Gets a URL within the limits. */
    public Answer get(String url, Limits limits) {
        HttpUrl parsed = HttpUrl.parse(url);
        return parsed == null
                ? new Answer.Refused("not an http or https URL")
                : get(parsed, limits);
    }

    /** Gets a URL within the limits. */
    public Answer get(HttpUrl url, Limits limits) {
        return follow(url, limits, GuardedHttp::inMemory);
    }

    /** Reads a body as it arrives, and none of it twice. */
    @FunctionalInterface
    public interface BodyReader {

        /** Reads to the end or as far as it likes; the stream stays the caller's to close. */
        void read(InputStream body) throws IOException;
    }

    /**
     * Gets a URL and hands the body of a 200 to {@code reader} as it arrives; what the reader made
     * of it counts only when the answer is {@link Answer.Answered} and ok. An {@link IOException}
     * of the reader itself is an {@link Answer.Unavailable}; what else it throws goes to the
     * caller.
     */
    public Answer stream(HttpUrl url, Limits limits, BodyReader reader) {
        return follow(
                url,
                limits,
                (response, bounds) ->
                        response.code() == OK
                                ? streamed(response, bounds, reader)
                                : inMemory(response, new Limits(MAX_ERROR_BODY, bounds.total())));
    }

    /** Gets a URL and writes the body of a 200 to {@code sink}, as {@link #stream} does. */
    public Answer download(HttpUrl url, Limits limits, OutputStream sink) {
        return stream(url, limits, body -> body.transferTo(sink));
    }

    private interface Reception {
        Answer read(Response response, Limits limits) throws IOException;
    }

    private sealed interface Step {
        record Done(Answer answer) implements Step {}

        record Redirect(HttpUrl target) implements Step {}
    }

    private Answer follow(HttpUrl url, Limits limits, Reception reception) {
        HttpUrl current = url;
        for (int hop = 0; hop <= MAX_REDIRECTS; hop++) {
            if (!isAllowed(current)) {
                return new Answer.Refused("only https on port 443 is allowed: " + current.redact());
            }
            switch (step(current, limits, reception)) {
                case Step.Done(Answer answer) -> {
                    return answer;
                }
                case Step.Redirect(HttpUrl target) -> current = target;
            }
        }
        return new Answer.Refused("more than " + MAX_REDIRECTS + " redirects");
    }

    private boolean isAllowed(HttpUrl url) {
        boolean anonymous = url.username().isEmpty() && url.password().isEmpty();
        boolean secure = url.isHttps() && url.port() == AddressGuard.HTTPS;
        return anonymous && (secure || guard.isAllowedLocalName(url.host()));
    }

    private Step step(HttpUrl url, Limits limits, Reception reception) {
        Semaphore permits = budget.permits(authority(url));
        try {
            if (!permits.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                return unavailable("the host is busy with earlier requests", HostBudget.BUSY);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return unavailable("interrupted", Duration.ZERO);
        }
        try {
            Optional<Duration> parked = budget.parkedFor(authority(url));
            return parked.isPresent()
                    ? unavailable("the host is parked", parked.get())
                    : request(url, limits, reception);
        } finally {
            permits.release();
        }
    }

    private Step request(HttpUrl url, Limits limits, Reception reception) {
        OkHttpClient bounded =
                client.newBuilder().callTimeout(limits.total()).readTimeout(limits.idle()).build();
        Request request = new Request.Builder().url(url).header("User-Agent", USER_AGENT).build();
        try (Response response = bounded.newCall(request).execute()) {
            return read(url, response, limits, reception);
        } catch (ForbiddenAddressException e) {
            return new Step.Done(new Answer.Refused(String.valueOf(e.getMessage())));
        } catch (IOException e) {
            return unavailable(
                    e.getClass().getSimpleName() + ": " + e.getMessage(),
                    budget.failed(authority(url)));
        }
    }

    private Step read(HttpUrl url, Response response, Limits limits, Reception reception)
            throws IOException {
        int status = response.code();
        if (status == TOO_MANY_REQUESTS) {
            return unavailable("status 429", budget.limited(authority(url), response.headers()));
        }
        if (passes(status)) {
            return unavailable("status " + status, budget.failed(authority(url)));
        }
        Step step =
                response.isRedirect()
                        ? redirect(url, response)
                        : new Step.Done(reception.read(response, limits));
        budget.answered(authority(url), response.headers());
        return step;
    }

    /** Whether the same request may succeed later; what is not implemented stays so. */
    private static boolean passes(int status) {
        boolean broken = status >= SERVER_ERROR && status != NOT_IMPLEMENTED;
        return broken || status == REQUEST_TIMEOUT;
    }

    private static Step redirect(HttpUrl url, Response response) {
        String location = response.header("Location");
        HttpUrl target = location == null ? null : url.resolve(location);
        return target == null
                ? new Step.Done(new Answer.Refused("a redirect to nowhere"))
                : new Step.Redirect(target);
    }

    private static Answer inMemory(Response response, Limits limits) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(BUFFER);
        Answer answer = streamed(response, limits, body -> body.transferTo(bytes));
        return answer instanceof Answer.Answered
                ? new Answer.Answered(response.code(), contentType(response), bytes.toByteArray())
                : answer;
    }

    private static Answer streamed(Response response, Limits limits, BodyReader reader)
            throws IOException {
        try (BoundedBody body = new BoundedBody(response.body().byteStream(), limits.maxBytes())) {
            reader.read(body);
            return new Answer.Answered(response.code(), contentType(response), new byte[0]);
        } catch (BoundedBody.TooLargeException e) {
            return new Answer.TooLarge(limits.maxBytes());
        }
    }

    private static String contentType(Response response) {
        String type = response.header("Content-Type");
        return type == null ? "" : type;
    }

    private static Step unavailable(String why, Duration retryAfter) {
        return new Step.Done(new Answer.Unavailable(why, Optional.of(retryAfter)));
    }

    private static String authority(HttpUrl url) {
        return url.host() + ':' + url.port();
    }
}
