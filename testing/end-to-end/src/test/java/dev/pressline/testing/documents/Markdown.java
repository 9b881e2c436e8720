package dev.pressline.testing.documents;

import dev.pressline.local.process.Installation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A document in Markdown, as far as it can be held to something: its code, links and headings.
 * Immutable.
 *
 * @param name where it lies below the root
 * @param text all of it
 */
public record Markdown(String name, String text) {

    private static final Pattern FENCE =
            Pattern.compile("(?ms)^ *(?:\\d+\\. +)?```[^\\n]*\\n(.*?)^ *```");
    private static final Pattern SPAN = Pattern.compile("`([^`\\n]+)`");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ +(.*)$");
    private static final Set<String> LEFT_OUT =
            Set.of("target", "node_modules", "resources", ".git");

    /** Those that people of the project wrote, in all folders. */
    public static List<Markdown> all() {
        Path root = root();
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(".md"))
                    .map(root::relativize)
                    .filter(Markdown::isOurs)
                    .map(file -> new Markdown(file.toString(), read(root.resolve(file))))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Those that say how it is now; the changelog and decisions say how it was. */
    public static List<Markdown> current() {
        return all().stream()
                .filter(each -> !each.name.equals("CHANGELOG.md") && !each.name.contains("adr/"))
                .toList();
    }

    static Path root() {
        return Installation.find().root();
    }

    private static boolean isOurs(Path file) {
        for (Path part : file) {
            if (LEFT_OUT.contains(part.toString())) {
                return false;
            }
        }
        return true;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Each line of what is set as code, in blocks and between words. */
    public List<String> code() {
        List<String> code = new ArrayList<>();
        Matcher fences = FENCE.matcher(text);
        while (fences.find()) {
            code.addAll(fences.group(1).lines().toList());
        }
        SPAN.matcher(FENCE.matcher(text).replaceAll(""))
                .results()
                .forEach(span -> code.add(span.group(1)));
        return code;
    }

    /** Where its links lead, such as stay in the project. */
    List<String> links() {
        return LINK.matcher(SPAN.matcher(FENCE.matcher(text).replaceAll("")).replaceAll("code"))
                .results()
                .map(link -> link.group(1))
                .filter(link -> !link.matches("[a-z]+:.*"))
                .toList();
    }

    /** The names under which its headings are linked to. */
    private Set<String> anchors() {
        Set<String> anchors = new TreeSet<>();
        HEADING.matcher(FENCE.matcher(text).replaceAll(""))
                .results()
                .forEach(
                        heading ->
                                anchors.add(
                                        heading.group(1)
                                                .strip()
                                                .toLowerCase(Locale.ROOT)
                                                .replaceAll("[^\\p{L}\\p{N} _-]", "")
                                                .replace(' ', '-')));
        return anchors;
    }

    /** Why a link of this document leads nowhere; empty when it leads somewhere. */
    Optional<String> fault(String link) {
        int hash = link.indexOf('#');
        String path = hash < 0 ? link : link.substring(0, hash);
        Path file = root().resolve(name);
        Path target = path.isEmpty() ? file : file.resolveSibling(path).normalize();
        if (!path.isEmpty() && !Files.exists(target)) {
            return Optional.of(name + ": " + link + ": there is no such file");
        }
        if (hash < 0 || !target.toString().endsWith(".md")) {
            return Optional.empty();
        }
        Markdown other = target.equals(file) ? this : new Markdown(target.toString(), read(target));
        return other.anchors().contains(link.substring(hash + 1))
                ? Optional.empty()
                : Optional.of(name + ": " + link + ": there is no such heading");
    }
}
