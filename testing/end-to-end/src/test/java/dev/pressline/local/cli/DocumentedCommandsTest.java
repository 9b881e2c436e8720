package dev.pressline.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pressline.testing.documents.Markdown;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** Whether documents and command line know the same commands and options. */
class DocumentedCommandsTest {

    /** A line that types a command, behind a prompt and variables, up to a comment or a pipe. */
    private static final Pattern TYPED =
            Pattern.compile(
                    "\\s*(?:\\$ )?(?:[A-Z_0-9]+=\\S+ +)*(?:deploy/\\w+/)?pressline( [^|#>]*)?.*");

    private final CommandLine commands =
            Pressline.commandLine(
                    new Terminal(
                            new PrintStream(
                                    OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8),
                            Map.of()),
                    Map.of());

    private List<String> faults(Markdown document) {
        List<String> faults = new ArrayList<>();
        for (String code : document.code()) {
            Matcher typed = TYPED.matcher(code);
            if (typed.matches() && typed.group(1) != null) {
                check(typed.group(1).strip().split("\\s+"))
                        .forEach(fault -> faults.add(document.name() + ": " + code + ": " + fault));
            }
        }
        return faults;
    }

    private List<String> check(String... words) {
        List<String> faults = new ArrayList<>();
        CommandLine command = commands;
        boolean isNamed = false;
        for (String word : words) {
            CommandLine below = command.getSubcommands().get(word);
            if (below != null) {
                command = below;
                isNamed = true;
            } else if (word.startsWith("--")) {
                String option = word.replaceAll("=.*", "");
                if (command.getCommandSpec().findOption(option) == null) {
                    faults.add("no option " + option);
                }
            } else if (!isNamed) {
                faults.add("no command " + word);
                break;
            }
        }
        return faults;
    }

    @Test
    void commands_thatDocumentsName_areThere() {
        assertThat(Markdown.current().stream().flatMap(each -> faults(each).stream())).isEmpty();
    }

    @Test
    void commands_thatAreThere_areNamedByADocument() {
        // When
        Set<String> named = new TreeSet<>();
        for (Markdown document : Markdown.current()) {
            for (String code : document.code()) {
                Matcher typed = TYPED.matcher(code);
                if (typed.matches() && typed.group(1) != null) {
                    named.add(typed.group(1).strip().split("\\s+")[0]);
                }
            }
        }

        // Then
        assertThat(named).containsAll(commands.getSubcommands().keySet());
    }

    @Test
    void commands_thatAreNot_areFound() {
        // Given
        Markdown document =
                new Markdown(
                        "made-up.md",
                        """
                        `pressline fly`, `pressline status --loud`, `pressline generation create b --dry-run`

                        ```sh
                        $ A=b deploy/local/pressline dlq show --limit 5 --nothing=1   # --comment
                        helm install pressline deploy/helm/pressline --namespace pressline
                        ```
                        """);

        // When / Then
        assertThat(faults(document))
                .satisfiesExactlyInAnyOrder(
                        fault -> assertThat(fault).endsWith("no command fly"),
                        fault -> assertThat(fault).endsWith("no option --loud"),
                        fault -> assertThat(fault).endsWith("no option --nothing"));
    }
}
