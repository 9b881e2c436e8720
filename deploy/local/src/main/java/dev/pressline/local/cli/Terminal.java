package dev.pressline.local.cli;

import java.io.PrintStream;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where commands print: a terminal that can rewrite its last line, or a plain stream, which gets
 * whole lines only. Thread-safe.
 */
final class Terminal {

    private static final int USUAL_WIDTH = 80;
    private static final String CLEAR_LINE = "\r\u001B[K";

    private final PrintStream out;
    private final boolean live;
    private final boolean colours;
    private final boolean unicode;
    private final int width;
    private boolean onTransient;

    Terminal(PrintStream out, Map<String, String> environment) {
        this.out = out;
        this.live = "1".equals(environment.get("PRESSLINE_TERMINAL"));
        this.colours = live && environment.getOrDefault("NO_COLOR", "").isEmpty();
        this.unicode = live && saysUtf8(environment);
        this.width = number(environment.get("COLUMNS")).orElse(USUAL_WIDTH);
    }

    private static boolean saysUtf8(Map<String, String> environment) {
        for (String name : new String[] {"LC_ALL", "LC_CTYPE", "LANG"}) {
            String value = environment.getOrDefault(name, "");
            if (!value.isEmpty()) {
                return value.replace("-", "").toLowerCase(Locale.ROOT).contains("utf8");
            }
        }
        return false;
    }

    private static Optional<Integer> number(@Nullable String text) {
        try {
            return text == null ? Optional.empty() : Optional.of(Integer.parseInt(text.strip()));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** Whether the last line can be rewritten. */
    boolean live() {
        return live;
    }

    /** Columns. */
    int width() {
        return width;
    }

    /** A sign where the terminal shows it, else its stand-in in ASCII. */
    String sign(String sign, String ascii) {
        return unicode ? sign : ascii;
    }

    /** Prints a whole line, below anything transient. */
    synchronized void line(String text) {
        clearTransient();
        out.println(text);
        out.flush();
    }

    /** Replaces the transient line; does nothing on a plain stream. */
    synchronized void transientLine(String text) {
        if (live) {
            out.print(CLEAR_LINE + (text.length() < width ? text : text.substring(0, width - 1)));
            out.flush();
            onTransient = true;
        }
    }

    /** Keeps the transient line and goes on below it. */
    synchronized void keepTransient() {
        if (onTransient) {
            out.println();
            onTransient = false;
        }
    }

    private void clearTransient() {
        if (onTransient) {
            out.print(CLEAR_LINE);
            onTransient = false;
        }
    }

    String bold(String text) {
        return styled("1", text);
    }

    String dim(String text) {
        return styled("2", text);
    }

    String good(String text) {
        return styled("32", text);
    }

    String bad(String text) {
        return styled("31", text);
    }

    private String styled(String code, String text) {
        return colours ? "\u001B[" + code + 'm' + text + "\u001B[0m" : text;
    }
}
