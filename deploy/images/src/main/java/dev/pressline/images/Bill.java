package dev.pressline.images;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pressline.contract.serde.ContractJson;
import dev.pressline.local.process.LaunchException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A bill of materials in CycloneDX: which libraries there are, and of which version. Immutable. */
public final class Bill {

    private static final String OUR_GROUP = "dev.pressline";
    private static final Pattern CLASSIFIER = Pattern.compile("[?&]classifier=([^&#]+)");

    private final String version;
    private final Set<String> known;
    private final Set<String> ours;

    private Bill(String version, Set<String> known, Set<String> ours) {
        this.version = version;
        this.known = Set.copyOf(known);
        this.ours = Set.copyOf(ours);
    }

    /** Reads one; throws {@link LaunchException} where there is none. */
    public static Bill read(Path file) {
        try {
            return of(ContractJson.mapper().readTree(file.toFile()));
        } catch (IOException e) {
            throw new LaunchException(
                    "no bill of materials at " + file + ": build without -Dquick", e);
        }
    }

    static Bill of(JsonNode json) {
        JsonNode whole = json.path("metadata").path("component");
        Set<String> known = new HashSet<>(names(whole));
        Set<String> ours = new HashSet<>(names(whole));
        for (JsonNode component : json.path("components")) {
            known.addAll(names(component));
            if (component.path("group").asText().equals(OUR_GROUP)) {
                ours.addAll(names(component));
            }
        }
        return new Bill(whole.path("version").asText(), known, ours);
    }

    /** What the jar of a component is called, here or there. */
    private static List<String> names(JsonNode component) {
        String name = component.path("name").asText() + '-' + component.path("version").asText();
        Matcher classifier = CLASSIFIER.matcher(component.path("purl").asText());
        String jar = name + (classifier.find() ? '-' + classifier.group(1) : "") + ".jar";
        return List.of(jar, component.path("group").asText() + '.' + jar);
    }

    /** Of which version of ours it tells. */
    public String version() {
        return version;
    }

    /** Whether a jar is of a module of ours. */
    boolean isOurs(Path jar) {
        return ours.contains(jar.getFileName().toString());
    }

    /**
     * Throws {@link LaunchException} where a class path has a jar that this does not name, but for
     * those that Quarkus generates.
     */
    public void requireNames(List<Path> classPath) {
        List<Path> unknown =
                classPath.stream()
                        .filter(jar -> !Layout.isGenerated(jar))
                        .filter(jar -> !known.contains(jar.getFileName().toString()))
                        .toList();
        if (!unknown.isEmpty()) {
            throw new LaunchException("the bill of materials does not name " + unknown);
        }
    }
}
