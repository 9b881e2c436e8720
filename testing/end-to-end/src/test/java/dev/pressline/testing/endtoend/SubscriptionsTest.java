package dev.pressline.testing.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pressline.contract.identifier.AtUri;
import dev.pressline.contract.output.ObjectKeys;
import dev.pressline.contract.serde.ContractJson;
import dev.pressline.local.process.Installation;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The list of what a real account subscribes to, as it and the publication change. */
@Timeout(300)
class SubscriptionsTest {

    private static final Path RECORDS =
            Installation.find().root().resolve("normalize-service/src/test/resources/records");
    private static final AtUri PUBLICATION =
            AtUri.parse(
                    "at://did:plc:xbtmt2zjwlrfegqvch7fboei/site.standard.publication/3mbmm4qeiy2to");
    private static final AtUri SUBSCRIPTION =
            AtUri.parse(
                    "at://did:plc:xn3l7ogsxym5ixxugidum5dw/site.standard.graph.subscription/3mmrobvbl62ac");
    private static final String READER = SUBSCRIPTION.did().value();
    private static final String LIST = '/' + ObjectKeys.subscriptions(SUBSCRIPTION.did());

    @TempDir Path data;

    private static ObjectNode record(AtUri uri) throws IOException {
        String file =
                "%s__%s__%s.json"
                        .formatted(
                                uri.collection(),
                                uri.did().value().replace(':', '_'),
                                uri.rkey().value());
        return (ObjectNode)
                ContractJson.mapper().readTree(RECORDS.resolve(file).toFile()).path("value");
    }

    private static String row(AtUri uri, int rev, JsonNode record) {
        ObjectNode row = JsonNodeFactory.instance.objectNode().put("uri", uri.toString());
        row.put("rev", Rows.rev(rev)).set("record", record);
        return row.toString();
    }

    private static String deleted(AtUri uri, int rev) {
        return row(uri, rev, JsonNodeFactory.instance.nullNode());
    }

    /** The outlines of the list, each as name and feed. */
    private static List<String> outlines(RunningPipeline pipeline) throws Exception {
        HttpResponse<byte[]> answer = pipeline.get(LIST);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type"))
                .contains("text/x-opml; charset=utf-8");
        NodeList outlines =
                DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(new ByteArrayInputStream(answer.body()))
                        .getElementsByTagName("outline");
        return IntStream.range(0, outlines.getLength())
                .mapToObj(i -> (Element) outlines.item(i))
                .map(each -> each.getAttribute("text") + " " + each.getAttribute("xmlUrl"))
                .toList();
    }

    private static String outline(String name) {
        return name
                + " https://press.example/"
                + ObjectKeys.atom(ObjectKeys.publication(PUBLICATION));
    }

    @Test
    void list_ofARealSubscription_followsThePublicationAndTheAccount() throws Exception {
        try (RunningPipeline pipeline = RunningPipeline.start(data)) {
            // Given
            ObjectNode publication = record(PUBLICATION);
            String name = publication.path("name").asText();
            pipeline.importRows(row(SUBSCRIPTION, 1, record(SUBSCRIPTION)));
            assertThat(pipeline.get(LIST).statusCode()).as("nothing to list").isEqualTo(404);

            // When
            pipeline.importRows(row(PUBLICATION, 2, publication));

            // Then
            assertThat(outlines(pipeline)).containsExactly(outline(name));

            // When
            pipeline.importRows(row(PUBLICATION, 3, publication.put("name", "Renamed")));

            // Then
            assertThat(outlines(pipeline)).containsExactly(outline("Renamed"));

            // When
            ObjectNode hidden = publication.deepCopy();
            hidden.putObject("preferences").put("showInDiscover", false);
            pipeline.importRows(row(PUBLICATION, 4, hidden));

            // Then
            assertThat(pipeline.get(LIST).statusCode()).isEqualTo(404);

            // When
            pipeline.importRows(row(PUBLICATION, 5, publication));
            pipeline.tellAccount(READER, Rows.rev(6), "{\"active\":false,\"status\":\"x\"}");
            pipeline.awaitQuiet();

            // Then
            assertThat(pipeline.get(LIST).statusCode()).isEqualTo(404);
            assertThat(pipeline.site()).doesNotContainKey(LIST.substring(1));

            // When
            pipeline.tellAccount(READER, Rows.rev(7), "{\"active\":true}");
            pipeline.awaitQuiet();

            // Then
            assertThat(outlines(pipeline)).containsExactly(outline("Renamed"));

            // When
            long puts = pipeline.puts();
            pipeline.importRows(
                    row(PUBLICATION, 5, publication), row(SUBSCRIPTION, 1, record(SUBSCRIPTION)));

            // Then
            assertThat(pipeline.puts()).isEqualTo(puts);

            // When
            pipeline.importRows(deleted(SUBSCRIPTION, 8));

            // Then
            assertThat(pipeline.get(LIST).statusCode()).isEqualTo(404);

            // When
            pipeline.importRows(row(SUBSCRIPTION, 9, record(SUBSCRIPTION)));
            pipeline.tellAccount(READER, Rows.rev(10), "{\"active\":false,\"status\":\"deleted\"}");
            pipeline.awaitQuiet();

            // Then
            assertThat(pipeline.get(LIST).statusCode()).isEqualTo(410);
            assertThat(pipeline.site()).doesNotContainKey(LIST.substring(1));
            assertThat(pipeline.deadLetters()).isZero();
        }
    }
}
