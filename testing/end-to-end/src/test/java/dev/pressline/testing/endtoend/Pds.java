package dev.pressline.testing.endtoend;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pressline.contract.serde.ContractJson;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** One PDS of the testbed, used as clients and its administrator do. Thread-safe. */
final class Pds implements AutoCloseable {

    private final String url;
    private final String admin;

    /** The PDS closes connections that offer another protocol than WebSocket. */
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    Pds(String url, String adminPassword) {
        this.url = url;
        byte[] pair = ("admin:" + adminPassword).getBytes(StandardCharsets.UTF_8);
        this.admin = "Basic " + Base64.getEncoder().encodeToString(pair);
    }

    /** Where it listens. */
    String url() {
        return url;
    }

    /** Where its stream of commits is. */
    String firehose() {
        return url.replaceFirst("^http", "ws") + "/xrpc/com.atproto.sync.subscribeRepos";
    }

    /** A new account of did:plc, without records. */
    PdsAccount newAccount(String name) {
        JsonNode input =
                ContractJson.mapper()
                        .createObjectNode()
                        .put("email", name + "@example.test")
                        .put("handle", name + ".test")
                        .put("password", "password-of-" + name);
        return new PdsAccount(this, call("com.atproto.server.createAccount", "", input));
    }

    /** Asks a query that may be refused; gives the answer and its status. */
    HttpResponse<byte[]> ask(String query) {
        return send(request(query, "").GET().build());
    }

    /** Asks a query, with its parameters behind a question mark. */
    JsonNode get(String query) {
        return answer(ask(query));
    }

    /** Calls a procedure, as whom {@code authorization} says. */
    JsonNode call(String method, String authorization, JsonNode input) {
        return answer(
                send(
                        request(method, authorization)
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString(input.toString()))
                                .build()));
    }

    /** Calls a procedure that takes nothing. */
    JsonNode call(String method, String authorization) {
        return answer(send(request(method, authorization).POST(BodyPublishers.noBody()).build()));
    }

    /** Calls a procedure as the administrator. */
    void administer(String method, JsonNode input) {
        call(method, admin, input);
    }

    private HttpRequest.Builder request(String method, String authorization) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + "/xrpc/" + method));
        return authorization.isEmpty() ? request : request.header("Authorization", authorization);
    }

    private static JsonNode answer(HttpResponse<byte[]> response) {
        byte[] body = response.body();
        if (response.statusCode() != 200) {
            throw new IllegalStateException(
                    response.uri() + ": " + new String(body, StandardCharsets.UTF_8));
        }
        return body.length == 0
                ? ContractJson.mapper().createObjectNode()
                : RunningPipeline.json(body);
    }

    private HttpResponse<byte[]> send(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new IllegalStateException(request.uri() + " does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
