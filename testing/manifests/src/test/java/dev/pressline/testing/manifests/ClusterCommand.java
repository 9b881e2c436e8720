package dev.pressline.testing.manifests;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Every {@code kubectl} command that a document has readers type.
 *
 * @param document where it stands, below the root
 * @param line all of it, with what it is piped into and from
 */
record ClusterCommand(String document, String line) {

    private static final Pattern FENCE = Pattern.compile("(?ms)^ *```[^\\n]*\\n(.*?)^ *```");
    private static final Pattern SPAN = Pattern.compile("`([^`\\n]+)`");

    /** Those of documents that say how it is now, each once. */
    static List<ClusterCommand> all() {
        Path root = Deploy.root();
        return Stream.of("docs", "deploy", "README.md", "CONTRIBUTING.md")
                .flatMap(folder -> Deploy.files(root.resolve(folder), ".md").stream())
                .filter(file -> !file.toString().matches(".*/(adr|target|node_modules)/.*"))
                .flatMap(file -> of(root.relativize(file).toString(), Deploy.read(file)).stream())
                .toList();
    }

    /** Those of one document. */
    static List<ClusterCommand> of(String name, String text) {
        List<ClusterCommand> commands = new ArrayList<>();
        Matcher fences = FENCE.matcher(text);
        while (fences.find()) {
            String joined = fences.group(1).replaceAll("\\\\\\n *", "");
            joined.lines().map(String::strip).forEach(line -> add(commands, name, line));
        }
        SPAN.matcher(FENCE.matcher(text).replaceAll(""))
                .results()
                .forEach(span -> add(commands, name, span.group(1)));
        return commands;
    }

    private static void add(List<ClusterCommand> commands, String name, String line) {
        String typed = line.startsWith("$ ") ? line.substring(2) : line;
        if (typed.startsWith("kubectl ")) {
            commands.add(new ClusterCommand(name, typed));
        } else {
            within(typed).forEach(inner -> commands.add(new ClusterCommand(name, inner)));
        }
    }

    /** Those whose answer becomes a part of another line. */
    private static List<String> within(String line) {
        Matcher inner = Pattern.compile("\\$\\((kubectl [^)]*)\\)").matcher(line);
        return inner.results().map(found -> found.group(1)).toList();
    }

    /** The same where it asks for what it needs not wait for, and names what there is. */
    String tryable() {
        String typed = line.replaceAll("\\bPOD\\b", "pressline-render-0");
        typed = typed.replaceAll("(kubectl .*\\bapply\\b)", "$1 --validate=false");
        return typed.replaceAll("(kubectl .*\\bdelete\\b)", "$1 --wait=false");
    }
}
