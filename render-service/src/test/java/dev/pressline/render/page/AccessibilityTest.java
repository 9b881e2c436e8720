package dev.pressline.render.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.pressline.render.sample.SampleSite;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What axe says of every kind of page in Chromium, 320 pixels wide, in both colour schemes; runs
 * where a Chromium is installed.
 */
class AccessibilityTest {

    private static final String AXE = "/META-INF/resources/webjars/axe-core/4.6.3/axe.min.js";
    private static final Path PROFILES = Path.of("target/chromium");
    private static final int MINUTES = 8;

    /** Opens one page after the other in a frame, and posts what axe finds, and what overflows. */
    private static final String HARNESS =
            """
            <!doctype html><html lang="en"><title>check</title><body><script type="module">
            const keys = await (await fetch("/keys")).json();
            const frame = document.createElement("iframe");
            frame.width = 320; frame.height = 700;
            document.body.append(frame);
            const found = [];
            for (const key of keys) {
              await new Promise(done => { frame.onload = done; frame.src = "/" + key; });
              const page = frame.contentDocument;
              if (page.documentElement.scrollWidth > 320) found.push(key + ": wider than 320 pixels");
              const script = page.createElement("script");
              await new Promise(done => { script.onload = done; script.src = "/axe.js"; page.head.append(script); });
              const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
              const result = await frame.contentWindow.axe.run(page, { runOnly: tags });
              for (const v of result.violations) found.push(key + ": " + v.id + " " + v.nodes[0].html);
            }
            await fetch("/result", { method: "POST", body: keys.length + " pages\\n" + found.join("\\n") });
            </script>
            """;

    private final Map<String, byte[]> site = new TreeMap<>(SampleSite.objects());
    private final CompletableFuture<String> result = new CompletableFuture<>();

    @ParameterizedTest
    @CsvSource({"light, 1", "dark, 0"})
    void pages_ofEveryKind_areAccessibleAndFitANarrowScreen(String scheme, String setting)
            throws Exception {
        // Given
        Optional<Path> browser = chromium();
        assumeTrue(browser.isPresent(), "no Chromium is installed");
        HttpServer server = serve();

        // When
        Process chromium =
                new ProcessBuilder(
                                browser.get().toString(),
                                "--headless",
                                "--no-sandbox",
                                "--disable-gpu",
                                "--blink-settings=preferredColorScheme=" + setting,
                                "--user-data-dir=" + PROFILES.resolve(scheme).toAbsolutePath(),
                                "http://127.0.0.1:" + server.getAddress().getPort() + "/check")
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
        String found;
        try {
            found = result.get(MINUTES, TimeUnit.MINUTES);
        } finally {
            chromium.descendants().forEach(ProcessHandle::destroyForcibly);
            chromium.destroyForcibly().waitFor();
            server.stop(0);
        }

        // Then
        assertThat(found.strip()).isEqualTo(pages().count() + " pages");
    }

    private Stream<String> pages() {
        return site.keySet().stream().filter(key -> key.endsWith(".html"));
    }

    private HttpServer serve() throws IOException {
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        return server;
    }

    private void answer(HttpExchange exchange) throws IOException {
        String key = exchange.getRequestURI().getPath().substring(1);
        if (key.equals("result")) {
            result.complete(
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        }
        byte[] body = body(key);
        exchange.getResponseHeaders().add("Content-Type", type(key));
        exchange.sendResponseHeaders(
                body.length == 0 ? 404 : 200, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private byte[] body(String key) {
        return switch (key) {
            case "check" -> HARNESS.getBytes(StandardCharsets.UTF_8);
            case "axe.js" -> axe();
            case "keys" ->
                    pages().collect(Collectors.joining("\",\"", "[\"", "\"]"))
                            .getBytes(StandardCharsets.UTF_8);
            default -> site.getOrDefault(key, new byte[0]);
        };
    }

    private static String type(String key) {
        if (key.endsWith(".css")) {
            return "text/css";
        }
        return key.endsWith(".js") ? "text/javascript" : "text/html; charset=utf-8";
    }

    private static byte[] axe() {
        try (InputStream in = AccessibilityTest.class.getResourceAsStream(AXE)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<Path> chromium() {
        return Stream.of(System.getenv("PATH").split(":", -1))
                .flatMap(
                        folder ->
                                Stream.of("chromium", "chromium-browser", "google-chrome")
                                        .map(Path.of(folder)::resolve))
                .filter(path -> path.toFile().canExecute())
                .findFirst();
    }
}
