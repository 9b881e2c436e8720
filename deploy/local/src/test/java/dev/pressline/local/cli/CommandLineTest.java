package dev.pressline.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class CommandLineTest {

    private final StringWriter errors = new StringWriter();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "fly",
                "run",
                "run --out somewhere",
                "run record.json",
                "up record.json",
                "import",
                "backfill",
                "backfill --file",
                "dlq burn",
                "join",
                "join something",
                "join render --generation No",
                "takedown",
                "takedown a.example",
                "erase",
                "erase at://a.example",
                "dlq --limit many"
            })
    void command_thatMakesNoSense_saysWhyAndExitsWith64(String line) {
        // When
        int code = execute(line.isEmpty() ? new String[0] : line.split(" "));

        // Then
        assertThat(code).isEqualTo(64);
        assertThat(errors.toString()).startsWith("pressline: ").contains("--help");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "status",
                "dlq",
                "dlq show",
                "join RENDER",
                "groups --all",
                "import pom.xml",
                "backfill a.example",
                "takedown did:web:a.example",
                "erase did:web:a.example",
                "erase --dry-run at://did:web:a.example/x.y.z/1"
            })
    void command_withoutARunningPipeline_saysHowToStartOne(String line, @TempDir Path data) {
        // When
        int code = execute((line + " --data " + data).split(" "));

        // Then
        assertThat(code).isEqualTo(1);
        assertThat(errors.toString()).contains("pressline up");
    }

    @Test
    void run_ofAFileThatIsNotThere_namesIt(@TempDir Path directory) {
        // When
        int code = execute("run", "missing.json", "--out", directory.toString());

        // Then
        assertThat(code).isEqualTo(1);
        assertThat(errors.toString()).contains("missing.json");
    }

    private int execute(String... words) {
        PrintStream nowhere =
                new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
        CommandLine command = Pressline.commandLine(new Terminal(nowhere, Map.of()), Map.of());
        command.setErr(new PrintWriter(errors));
        return command.execute(words);
    }
}
