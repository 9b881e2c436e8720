package dev.pressline.testing.manifests;

import com.marcnuri.helm.Helm;
import com.marcnuri.helm.TemplateCommand;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The chart as Helm renders it, with one set of values. Immutable. */
final class Chart {

    /** What both installations are called. */
    static final String RELEASE = "pressline";

    /** The two installations that the overlays are, too. */
    static final List<String> INSTALLATIONS = List.of("small", "production");

    private static final String KUBERNETES = "1.34.0";
    private static final Pattern SOURCE =
            Pattern.compile("(?m)^# Source: pressline/templates/(.+)\\n");

    private static final Map<String, Chart> RENDERED = new ConcurrentHashMap<>();

    private final List<Piece> pieces;

    /**
     * One object of the chart.
     *
     * @param file the template that it comes from
     * @param id its kind and name
     * @param text its YAML
     */
    record Piece(String file, String id, String text) {}

    private Chart(List<Piece> pieces) {
        this.pieces = pieces;
    }

    /** With the values of an installation, or the defaults, and some more. */
    static Chart render(String release, Optional<String> installation, Map<String, ?> values) {
        TemplateCommand command =
                new Helm(Deploy.chart())
                        .template()
                        .withName(release)
                        .withNamespace("pressline")
                        .withKubeVersion(KUBERNETES);
        installation.ifPresent(
                name -> command.withValuesFile(Deploy.chart().resolve("values-" + name + ".yaml")));
        values.forEach(command::set);
        return new Chart(pieces(command.call()));
    }

    /** An installation, rendered once. */
    static Chart of(String installation) {
        return RENDERED.computeIfAbsent(
                installation, it -> render(RELEASE, Optional.of(it), Map.of()));
    }

    private static List<Piece> pieces(String rendered) {
        List<Piece> pieces = new ArrayList<>();
        for (String document : rendered.split("(?m)^---\\n")) {
            Matcher source = SOURCE.matcher(document);
            if (source.find()) {
                String text = document.substring(source.end()).strip() + "\n";
                String id = Manifests.id(StrictYaml.read(text).getFirst());
                pieces.add(new Piece(source.group(1), id, text));
            }
        }
        return pieces;
    }

    /** Its objects. */
    List<Piece> pieces() {
        return pieces;
    }

    /** All of it as one text, with one object replaced. */
    String text(String id, String replacement) {
        return pieces.stream()
                .map(each -> each.id().equals(id) ? replacement : each.text())
                .collect(Collectors.joining("---\n"));
    }

    /** All of it as one text. */
    String text() {
        return pieces.stream().map(Piece::text).collect(Collectors.joining("---\n"));
    }

    /** Without what only {@code helm test} makes. */
    String lastingText() {
        return pieces.stream()
                .filter(each -> !each.file().startsWith("tests/"))
                .map(Piece::text)
                .collect(Collectors.joining("---\n"));
    }
}
