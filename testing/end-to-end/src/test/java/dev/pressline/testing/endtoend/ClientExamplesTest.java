package dev.pressline.testing.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.pressline.local.process.Installation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The examples in the documentation do what it says, as processes of their own. */
@Timeout(300)
class ClientExamplesTest {

    private static final Path ROOT = Installation.find().root();
    private static final Path EXAMPLES = ROOT.resolve("docs").resolve("examples");
    private static final Path NODE = EXAMPLES.resolve("node");

    @TempDir static Path data;

    private static RunningPipeline pipeline;

    @BeforeAll
    @Timeout(300)
    static void start() {
        pipeline =
                RunningPipeline.start(
                        data.resolve("pipeline"),
                        Map.of("PRESSLINE_NORMALIZE_LOOK_UPS_ENABLED", "false"));
    }

    @AfterAll
    static void stop() {
        pipeline.close();
    }

    @Test
    void javaClient_publishesADocument_andHearsWhatCameOfIt() throws Exception {
        publishAndFollow(
                "java",
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        ROOT.resolve("deploy/local/target/lib") + "/*",
                        EXAMPLES.resolve("java").resolve("PresslineClient.java").toString()));
    }

    @Test
    void nodeClient_publishesADocument_andHearsWhatCameOfIt() throws Exception {
        assumeTrue(
                Files.isDirectory(NODE.resolve("node_modules")),
                "the example for Node is not installed: npm ci in docs/examples/node");
        publishAndFollow("node", List.of("node", NODE.resolve("client.mjs").toString()));
    }

    private static void publishAndFollow(String language, List<String> client) throws Exception {
        // Given
        String uri = "at://did:web:" + language + ".example/site.standard.document/first";
        String title = "From " + language;
        Path record = data.resolve(language + ".json");
        Files.writeString(
                record,
                """
                {"$type":"site.standard.document","title":"%s","site":"https://%s.example",\
                "path":"/first","publishedAt":"2026-11-01T12:00:00Z","textContent":"Hello."}"""
                        .formatted(title, language));
        String servers = pipeline.addresses().bootstrapServers();

        // When
        String published = run(client, "publish", servers, uri, record.toString());
        pipeline.awaitQuiet();
        long documents = pipeline.events(List.of("pressline.normalized.v1")).size();
        String heard = run(client, "follow", servers, language, Long.toString(documents));

        // Then
        assertThat(published).startsWith("published " + uri + " as ");
        assertThat(heard.lines()).contains("document  " + uri + "  " + title);
    }

    private static String run(List<String> client, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(client);
        command.addAll(List.of(arguments));
        Path errors = data.resolve("errors");
        Process process =
                new ProcessBuilder(command)
                        .redirectError(ProcessBuilder.Redirect.to(errors.toFile()))
                        .start();
        String printed =
                new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(Files.readString(errors)).isZero();
        return printed;
    }
}
