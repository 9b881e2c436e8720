package dev.pressline.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pressline.contract.serde.ContractJson;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ExplainCommandTest {

    private static final String ROWS =
            """
            {"$type":"site.standard.document","title":"Clean","site":"https://a.example",\
            "path":"/x","publishedAt":"2026-02-17T22:58:56Z","textContent":"Words."}

            {"uri":"at://did:plc:y7zrib4us324a3v34wi4auz5/site.standard.document/3mf42slbt3g42",\
            "value":{"$type":"site.standard.document","title":"T\u001b[31m","site":"https://a.example/",\
            "path":"x","publishedAt":"2026-02-17T22:58:56Z","textContent":"See [a](https://b.example)."}}
            {"$type":"com.example.other"}
            not json
            """;

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final StringWriter errors = new StringWriter();
    @TempDir private Path directory;
    private Path file = Path.of("");

    @BeforeEach
    void write() throws IOException {
        file =
                Files.writeString(
                        directory.resolve("rows.ndjson"), ROWS.replace("\u001b", "\\u001b"));
    }

    @Test
    void rows_ofAFile_areExplainedInTheirOrder() {
        // When
        int code = execute(file.toString());

        // Then
        assertThat(code).isEqualTo(ExitCodes.DEAD_LETTERS);
        assertThat(text())
                .containsSubsequence(
                        "rows.ndjson:1  Clean",
                        "nothing to repair, nothing to report",
                        "rows.ndjson:3  T",
                        "4 repairs, 0 violations",
                        "unsafe-characters 1  certain  /title",
                        "path-leading-slash 1  certain  /path",
                        "- x",
                        "+ /x",
                        "link-marks 1  inferred  /textContent",
                        "- [a](https://b.example).",
                        "+ a.",
                        "rows.ndjson:4  nothing is published",
                        "rows.ndjson:5  rejected: not-json")
                .doesNotContain("\u001b");
    }

    @Test
    void rows_asJson_areOneObjectEach() throws IOException {
        // When
        execute("--json", file.toString());

        // Then
        String[] lines = text().lines().toArray(String[]::new);
        assertThat(lines).hasSize(4);
        JsonNode second = ContractJson.mapper().readTree(lines[1]);
        assertThat(second.path("place").textValue()).endsWith("rows.ndjson:3");
        assertThat(second.at("/repairs/0/rule").textValue()).isEqualTo("unsafe-characters");
        assertThat(second.at("/repairs/0/certainty").textValue()).isEqualTo("certain");
        assertThat(ContractJson.mapper().readTree(lines[3]).path("reason").textValue())
                .isEqualTo("not-json");
    }

    @Test
    void rules_switchedOff_repairNothing() {
        execute("--without", "link-marks", file.toString());

        assertThat(text()).doesNotContain("link-marks").contains("path-leading-slash");
    }

    @Test
    void part_inAFurtherFile_isJoinedWithItsDocument() throws IOException {
        // Given
        Path document = Files.writeString(directory.resolve("a.json"), document("alice"));
        Path other = Files.writeString(directory.resolve("b.json"), document("bob"));
        Path part =
                Files.writeString(
                        directory.resolve("c.json"),
                        """
                        {"uri":"at://did:web:alice.example/app.greengale.document/one",\
                        "value":{"$type":"app.greengale.document","content":"Words from the entry."}}
                        """);

        // When
        execute(document.toString(), other.toString(), part.toString());

        // Then
        assertThat(text()).containsSubsequence("a.json  Words from the entry.", "b.json  Untitled");
    }

    /** A document without a title whose body is an entry of alice. */
    private static String document(String account) {
        return """
                {"uri":"at://did:web:%s.example/site.standard.document/one",\
                "value":{"$type":"site.standard.document","title":"Untitled",\
                "site":"https://a.example","publishedAt":"2026-02-17T22:58:56Z",\
                "content":{"$type":"app.greengale.document#contentRef",\
                "uri":"at://did:web:alice.example/app.greengale.document/one"}}}
                """
                .formatted(account);
    }

    @Test
    void rule_thatIsNone_isNamed() {
        int code = execute("--without", "no-such-rule", file.toString());

        assertThat(code).isEqualTo(ExitCodes.FAILED);
        assertThat(errors.toString()).contains("no-such-rule");
    }

    @Test
    void repository_givenAsFile_saysWhatIsRead() throws IOException {
        Path car = Files.createFile(directory.resolve("repo.car"));

        int code = execute(car.toString());

        assertThat(code).isEqualTo(ExitCodes.FAILED);
        assertThat(errors.toString()).contains("repo.car", "NDJSON");
    }

    private String text() {
        return printed.toString(StandardCharsets.UTF_8);
    }

    private int execute(String... words) {
        PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
        CommandLine command = Pressline.commandLine(new Terminal(out, Map.of()), Map.of());
        command.setErr(new PrintWriter(errors));
        String[] line = new String[words.length + 1];
        line[0] = "explain";
        System.arraycopy(words, 0, line, 1, words.length);
        return command.execute(line);
    }
}
