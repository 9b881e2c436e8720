package dev.pressline.normalize.stage;

import dev.pressline.atproto.http.Answer;
import dev.pressline.atproto.http.GuardedHttp;
import dev.pressline.atproto.http.Limits;
import dev.pressline.normalize.lookup.SitePort;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import okhttp3.HttpUrl;

/** Sites over the guarded client, little of them and not for long. Thread-safe. */
final class WebSites implements SitePort {

    private static final Limits FILE = new Limits(16 * 1024, Duration.ofSeconds(5));
    private static final Limits PAGE = new Limits(1024 * 1024, Duration.ofSeconds(10));
    private static final int BEGINNING = 256 * 1024;

    private final GuardedHttp http;

    WebSites(GuardedHttp http) {
        this.http = http;
    }

    @Override
    public Optional<String> file(String url) {
        return http.get(url, FILE) instanceof Answer.Answered answered && answered.isOk()
                ? Optional.of(new String(answered.body(), StandardCharsets.UTF_8))
                : Optional.empty();
    }

    @Override
    public Optional<String> page(String url) {
        HttpUrl parsed = HttpUrl.parse(url);
        if (parsed == null) {
            return Optional.empty();
        }
        ByteArrayOutputStream beginning = new ByteArrayOutputStream();
        Answer answer =
                http.stream(
                        parsed,
                        PAGE,
                        body -> {
                            beginning.reset();
                            beginning.writeBytes(body.readNBytes(BEGINNING));
                        });
        return answer instanceof Answer.Answered answered && answered.isOk()
                ? Optional.of(beginning.toString(StandardCharsets.UTF_8))
                : Optional.empty();
    }
}
