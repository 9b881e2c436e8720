package dev.pressline.testing.endtoend;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/** What a page did in a browser that no page of ours does. Stateless. */
final class Misdeeds {

    private Misdeeds() {}

    /** The misdeeds among the events of one page of an origin. */
    static List<String> of(List<JsonNode> events, String origin) {
        return events.stream().flatMap(event -> of(event, origin).stream()).toList();
    }

    private static Optional<String> of(JsonNode event, String origin) {
        JsonNode params = event.path("params");
        return switch (event.path("method").asText()) {
            case "Debugger.scriptParsed" -> Optional.of("ran a script of " + params.path("url"));
            case "Debugger.scriptFailedToParse" -> Optional.of("tried a script");
            case "Runtime.exceptionThrown" -> Optional.of("threw " + params);
            case "Runtime.consoleAPICalled" -> Optional.of("wrote to the console");
            case "Page.javascriptDialogOpening" -> Optional.of("opened a dialog");
            case "Network.requestWillBeSent" ->
                    Optional.of(params.path("request").path("url").asText())
                            .filter(url -> !url.startsWith(origin))
                            .map(url -> "asked for " + url);
            case "Audits.issueAdded" ->
                    Optional.of(params.path("issue").path("code").asText())
                            .filter(code -> code.equals("ContentSecurityPolicyIssue"))
                            .map(code -> "broke its policy: " + params);
            case "Log.entryAdded" ->
                    Optional.of(params.path("entry"))
                            .filter(entry -> entry.path("source").asText().equals("security"))
                            .map(entry -> "is suspected: " + entry);
            default -> Optional.empty();
        };
    }
}
