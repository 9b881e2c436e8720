package dev.pressline.atproto.http;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/**
 * GET from hosts that strangers name: https on port 443 and public addresses only (loopback and any
 * port by configuration, for tests), a few checked redirects, bounded size and time, per-host
 * budgets. Thread-safe.
 */
public final class GuardedHttp {

    private static final int MAX_REDIRECTS = 3;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int REQUEST_TIMEOUT = 408;
    private static final String USER_AGENT = "Pressline (+https://pressline.dev)";

    private final OkHttpClient client;
    private final HostBudget budget;
    private final boolean allowLoopback;

    /** Makes a client; {@code allowLoopback} admits http and ports on this machine. */
    public GuardedHttp(boolean allowLoopback, Clock clock) {
        this.allowLoopback = allowLoopback;
        this.budget = new HostBudget(clock);
        this.client =
                new OkHttpClient.Builder()
                        .dns(new GuardedDns(allowLoopback))
                        .followRedirects(false)
                        .followSslRedirects(false)
                        .retryOnConnectionFailure(false)
                        .proxy(java.net.Proxy.NO_PROXY)
                        .connectTimeout(Duration.ofSeconds(5))
                        .readTimeout(Duration.ofSeconds(10))
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
        HttpUrl current = url;
        for (int hop = 0; hop <= MAX_REDIRECTS; hop++) {
            if (!isAllowed(current)) {
                return new Answer.Refused("only https on port 443 is allowed: " + current.redact());
            }
            Step step = step(current, limits);
            switch (step) {
                case Step.Done(Answer answer) -> {
                    return answer;
                }
                case Step.Redirect(HttpUrl target) -> current = target;
            }
        }
        return new Answer.Refused("more than " + MAX_REDIRECTS + " redirects");
    }

    private sealed interface Step {
        record Done(Answer answer) implements Step {}

        record Redirect(HttpUrl target) implements Step {}
    }

    private boolean isAllowed(HttpUrl url) {
        boolean plain = url.username().isEmpty() && url.password().isEmpty();
        return plain && (allowLoopback || (url.isHttps() && url.port() == 443));
    }

    private Step step(HttpUrl url, Limits limits) {
        Optional<Duration> parked = budget.parkedFor(authority(url));
        if (parked.isPresent()) {
            return unavailable("host is parked", parked.get());
        }
        Semaphore permits = budget.permits(authority(url));
        permits.acquireUninterruptibly();
        try {
            return request(url, limits);
        } finally {
            permits.release();
        }
    }

    private Step request(HttpUrl url, Limits limits) {
        OkHttpClient bounded = client.newBuilder().callTimeout(limits.total()).build();
        Request request = new Request.Builder().url(url).header("User-Agent", USER_AGENT).build();
        try (Response response = bounded.newCall(request).execute()) {
            return read(url, response, limits);
        } catch (ForbiddenAddressException e) {
            return new Step.Done(new Answer.Refused(String.valueOf(e.getMessage())));
        } catch (IOException e) {
            return unavailable(
                    e.getClass().getSimpleName() + ": " + e.getMessage(),
                    budget.failed(authority(url)));
        }
    }

    private Step read(HttpUrl url, Response response, Limits limits) throws IOException {
        int status = response.code();
        if (status == TOO_MANY_REQUESTS) {
            return unavailable("429", budget.limited(authority(url), response.headers()));
        }
        if (status >= 500 || status == REQUEST_TIMEOUT) {
            return unavailable(Integer.toString(status), budget.failed(authority(url)));
        }
        budget.answered(authority(url), response.headers());
        if (response.isRedirect()) {
            return redirect(url, response);
        }
        return new Step.Done(body(response, limits));
    }

    private static Step redirect(HttpUrl url, Response response) {
        String location = response.header("Location");
        HttpUrl target = location == null ? null : url.resolve(location);
        return target == null
                ? new Step.Done(new Answer.Refused("a redirect to nowhere"))
                : new Step.Redirect(target);
    }

    private static Answer body(Response response, Limits limits) throws IOException {
        try (InputStream in = response.body().byteStream()) {
            byte[] bytes = in.readNBytes(Math.toIntExact(limits.maxBytes() + 1));
            if (bytes.length > limits.maxBytes()) {
                return new Answer.Refused("larger than " + limits.maxBytes() + " bytes");
            }
            String type = response.header("Content-Type");
            return new Answer.Answered(response.code(), type == null ? "" : type, bytes);
        }
    }

    private static Step unavailable(String why, Duration retryAfter) {
        return new Step.Done(new Answer.Unavailable(why, Optional.of(retryAfter)));
    }

    private static String authority(HttpUrl url) {
        return url.host() + ':' + url.port();
    }
}
