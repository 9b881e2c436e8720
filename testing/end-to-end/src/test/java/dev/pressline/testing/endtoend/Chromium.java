package dev.pressline.testing.endtoend;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pressline.contract.serde.ContractJson;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A headless Chromium with one tab, driven by the DevTools protocol. Not thread-safe.
 *
 * @see <a href="https://chromedevtools.github.io/devtools-protocol/">Chrome DevTools Protocol</a>
 */
final class Chromium implements AutoCloseable {

    private static final List<String> DOMAINS =
            List.of("Page", "Runtime", "Debugger", "Network", "Log", "Audits");
    private static final int SECONDS = 120;

    private final Process process;
    private final WebSocket socket;
    private final BlockingQueue<JsonNode> messages;
    private int calls;

    private Chromium(Process process, WebSocket socket, BlockingQueue<JsonNode> messages) {
        this.process = process;
        this.socket = socket;
        this.messages = messages;
    }

    /** The browser of this machine, or empty where none is installed. */
    static Optional<Path> installed() {
        return Stream.of(System.getenv("PATH").split(":", -1))
                .flatMap(
                        folder ->
                                Stream.of("chromium", "chromium-browser", "google-chrome")
                                        .map(Path.of(folder)::resolve))
                .filter(path -> path.toFile().canExecute())
                .findFirst();
    }

    /** Starts a browser with a profile of its own. */
    static Chromium start(Path browser, Path profile) throws IOException, InterruptedException {
        Path port = profile.resolve("DevToolsActivePort");
        Files.deleteIfExists(port);
        Process process =
                new ProcessBuilder(
                                browser.toString(),
                                "--headless",
                                "--no-sandbox",
                                "--disable-gpu",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--remote-debugging-port=0",
                                "--user-data-dir=" + profile.toAbsolutePath(),
                                "about:blank")
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
        while (process.isAlive() && (!Files.exists(port) || Files.size(port) == 0)) {
            process.waitFor(20, TimeUnit.MILLISECONDS);
        }
        HttpClient http = HttpClient.newHttpClient();
        BlockingQueue<JsonNode> messages = new LinkedBlockingQueue<>();
        URI tab = tab(http, Files.readAllLines(port).getFirst());
        WebSocket socket =
                http.newWebSocketBuilder().buildAsync(tab, new Listener(messages)).join();
        Chromium chromium = new Chromium(process, socket, messages);
        for (String domain : DOMAINS) {
            chromium.call(domain + ".enable", "{}");
        }
        return chromium;
    }

    private static URI tab(HttpClient http, String port) throws IOException, InterruptedException {
        URI list = URI.create("http://127.0.0.1:" + port + "/json/list");
        while (true) {
            byte[] body =
                    http.send(HttpRequest.newBuilder(list).build(), BodyHandlers.ofByteArray())
                            .body();
            for (JsonNode target : ContractJson.mapper().readTree(body)) {
                if (target.path("type").asText().equals("page")) {
                    return URI.create(target.path("webSocketDebuggerUrl").asText());
                }
            }
        }
    }

    /** Whether pages may do what their policy forbids, from now on. */
    void ignorePolicies(boolean ignored) throws IOException, InterruptedException {
        call("Page.setBypassCSP", "{\"enabled\":" + ignored + "}");
    }

    /** Opens a page and returns the names and parameters of the events until it was loaded. */
    List<JsonNode> open(String url) throws IOException, InterruptedException {
        messages.clear();
        ObjectNode where = ContractJson.mapper().createObjectNode().put("url", url);
        List<JsonNode> events = new ArrayList<>(call("Page.navigate", where.toString()));
        while (events.stream().noneMatch(each -> isNamed(each, "Page.loadEventFired"))) {
            events.add(event(next()));
        }
        return events;
    }

    static boolean isNamed(JsonNode event, String name) {
        return event.path("method").asText().equals(name);
    }

    /** Calls a method and returns the events before its answer. */
    private List<JsonNode> call(String method, String parameters)
            throws IOException, InterruptedException {
        int id = ++calls;
        send(id, method, parameters);
        List<JsonNode> events = new ArrayList<>();
        JsonNode message = next();
        while (message.path("id").asInt() != id) {
            events.add(event(message));
            message = next();
        }
        if (message.has("error")) {
            throw new IOException(method + ": " + message.path("error"));
        }
        return events;
    }

    private void send(int id, String method, String parameters) {
        String text =
                "{\"id\":%d,\"method\":\"%s\",\"params\":%s}".formatted(id, method, parameters);
        socket.sendText(text, true).join();
    }

    /** A page waits while its dialog is open. */
    private JsonNode event(JsonNode message) {
        if (isNamed(message, "Page.javascriptDialogOpening")) {
            send(++calls, "Page.handleJavaScriptDialog", "{\"accept\":true}");
        }
        return message;
    }

    private JsonNode next() throws IOException, InterruptedException {
        JsonNode message = messages.poll(SECONDS, TimeUnit.SECONDS);
        if (message == null) {
            throw new IOException("Chromium says nothing any more");
        }
        return message;
    }

    @Override
    public void close() throws InterruptedException {
        socket.abort();
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().waitFor();
    }

    /** Puts whole messages into a queue. */
    private static final class Listener implements WebSocket.Listener {

        private final BlockingQueue<JsonNode> messages;
        private final StringBuilder parts = new StringBuilder();

        Listener(BlockingQueue<JsonNode> messages) {
            this.messages = messages;
        }

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            parts.append(data);
            if (last) {
                messages.add(
                        RunningPipeline.json(parts.toString().getBytes(StandardCharsets.UTF_8)));
                parts.setLength(0);
            }
            socket.request(1);
            return null;
        }
    }
}
