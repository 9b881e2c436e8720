package dev.pressline.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TerminalTest {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    @Test
    void plainStream_getsWholeLinesOnly() {
        // Given
        Terminal terminal = terminal(Map.of());

        // When
        terminal.transientLine("half");
        terminal.line(terminal.good("done") + terminal.sign("✓", "+"));

        // Then
        assertThat(printed()).isEqualTo("done+\n");
    }

    @Test
    void liveTerminal_rewritesItsLastLineAndCutsItToItsWidth() {
        // Given
        Terminal terminal =
                terminal(
                        Map.of(
                                "PRESSLINE_TERMINAL", "1",
                                "NO_COLOR", "1",
                                "LANG", "C.UTF-8",
                                "COLUMNS", "10"));

        // When
        terminal.transientLine("0123456789abc");
        terminal.line(terminal.good("done") + terminal.sign("✓", "+"));

        // Then
        assertThat(printed()).isEqualTo("\r\u001B[K012345678\r\u001B[Kdone✓\n");
    }

    @Test
    void foreignText_withControlCharacters_cannotCommandTheTerminal() {
        // When
        String printable = Printable.of("a\u001B[2Jb\u202Ec\n" + "x".repeat(50), 10);

        // Then
        assertThat(printable).isEqualTo("a.[2Jb.c.x…");
    }

    private Terminal terminal(Map<String, String> environment) {
        return new Terminal(new PrintStream(bytes, true, StandardCharsets.UTF_8), environment);
    }

    private String printed() {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
