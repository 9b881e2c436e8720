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
    private static final int BUFFER = 16 * 1024;
    private static final long MAX_ERROR_BODY = 64 * 1024;
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration IDLE = Duration.ofSeconds(10);
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
                        .retryOnConnectionFailure(false)
                        .proxy(Proxy.NO_PROXY)
                        .connectTimeout(CONNECT)
                        .readTimeout(IDLE)
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

    /**
     * Gets a URL and writes the body of a 200 to {@code sink} as it arrives; what the sink holds
     * counts only when the answer is {@link Answer.Answered} and ok. A failure of the sink itself
     * is an {@link Answer.Unavailable}.
     */
    public Answer download(HttpUrl url, Limits limits, OutputStream sink) {
        return follow(
                url,
                limits,
                (response, bounds) ->
                        response.code() == OK
                                ? toSink(response, bounds, sink)
                                : inMemory(response, new Limits(MAX_ERROR_BODY, bounds.total())));
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
            if (!permits.tryAcquire(IDLE.toMillis(), TimeUnit.MILLISECONDS)) {
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
        OkHttpClient bounded = client.newBuilder().callTimeout(limits.total()).build();
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
        if (status >= SERVER_ERROR || status == REQUEST_TIMEOUT) {
            return unavailable("status " + status, budget.failed(authority(url)));
        }
        Step step =
                response.isRedirect()
                        ? redirect(url, response)
                        : new Step.Done(reception.read(response, limits));
        budget.answered(authority(url), response.headers());
        return step;
    }

    private static Step redirect(HttpUrl url, Response response) {
        String location = response.header("Location");
        HttpUrl target = location == null ? null : url.resolve(location);
        return target == null
                ? new Step.Done(new Answer.Refused("a redirect to nowhere"))
                : new Step.Redirect(target);
    }

    private static Answer inMemory(Response response, Limits limits) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream(BUFFER);
        return copy(response, limits.maxBytes(), body)
                ? new Answer.Answered(response.code(), contentType(response), body.toByteArray())
                : new Answer.TooLarge(limits.maxBytes());
    }

    private static Answer toSink(Response response, Limits limits, OutputStream sink)
            throws IOException {
        return copy(response, limits.maxBytes(), sink)
                ? new Answer.Answered(response.code(), contentType(response), new byte[0])
                : new Answer.TooLarge(limits.maxBytes());
    }

    /** Copies the decompressed body; returns whether it was no larger than allowed. */
    private static boolean copy(Response response, long maxBytes, OutputStream sink)
            throws IOException {
        byte[] buffer = new byte[BUFFER];
        long total = 0;
        try (InputStream in = response.body().byteStream()) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                total += n;
                if (total > maxBytes) {
                    return false;
                }
                sink.write(buffer, 0, n);
            }
        }
        return true;
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
