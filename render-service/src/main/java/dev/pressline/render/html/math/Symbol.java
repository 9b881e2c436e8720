package dev.pressline.render.html.math;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a command of TeX without arguments stands for, from {@code tex-symbols.tsv}. Immutable.
 *
 * @param kind what kind of part it is
 * @param text its characters, or the width of a space
 */
record Symbol(Kind kind, String text) {

    /** The kinds, by the names they have in the table. */
    enum Kind {
        ITALIC,
        UPRIGHT,
        OPERATOR,
        LARGE,
        FUNCTION,
        LIMIT,
        DELIMITER,
        SPACE,
        OVER,
        UNDER
    }

    private static final Map<String, Symbol> ALL = load();

    /** The symbol of a command, given without its backslash. */
    static Optional<Symbol> of(String command) {
        return Optional.ofNullable(ALL.get(command));
    }

    private static Map<String, Symbol> load() {
        try (InputStream in = Symbol.class.getResourceAsStream("/pressline/tex-symbols.tsv")) {
            if (in == null) {
                throw new IllegalStateException("the jar lacks pressline/tex-symbols.tsv");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t", -1))
                    .collect(Collectors.toMap(part -> part[0], Symbol::read));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Symbol read(String[] parts) {
        return new Symbol(Kind.valueOf(parts[1]), parts[2]);
    }
}
