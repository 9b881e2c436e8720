package dev.pressline.testing.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pressline.contract.serde.ContractJson;
import dev.pressline.images.Content;
import dev.pressline.local.process.Installation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * What images ship of other people, by the bills of materials that the build makes of them: under
 * licences that we have looked at only. Leaves the list in {@code target/third-party.md}.
 */
class ThirdPartyTest {

    /** Licences under which we may ship; of several that are offered, one is enough. */
    private static final Set<String> ALLOWED =
            Set.of(
                    "Apache-2.0",
                    "BSD-2-Clause",
                    "BSD-3-Clause",
                    "MIT",
                    "MIT-0",
                    "CC0-1.0",
                    "EPL-2.0",
                    "Unicode-3.0",
                    "Bouncy Castle Licence");

    /** Its "BSD License" is the one of three clauses, and is taken for another one. */
    private static final String MISTAKEN = "com.twelvemonkeys.";

    private record Library(String group, String name, String version, List<String> licences) {

        boolean isAllowed() {
            return group.startsWith(MISTAKEN)
                    ? licences.equals(List.of("BSD-4-Clause"))
                    : licences.stream().anyMatch(ALLOWED::contains);
        }

        String row() {
            return "| %s | %s | %s | %s |"
                    .formatted(group, name, version, String.join(", ", licences));
        }
    }

    @Test
    void libraries_thatAreShipped_areUnderLicencesThatAreAllowed() throws IOException {
        assumeThat(System.getProperty("quick")).as("a build without bills of materials").isNull();

        // When
        Map<String, Library> libraries = new TreeMap<>();
        for (Content content : Content.all(Installation.find())) {
            for (Library library : libraries(content.bill())) {
                libraries.put(library.group() + ':' + library.name(), library);
            }
        }
        write(libraries);

        // Then
        assertThat(libraries)
                .hasSizeGreaterThan(100)
                .containsKey("org.apache.kafka:kafka-clients")
                .containsKey("info.picocli:picocli");
        assertThat(libraries.values()).allMatch(Library::isAllowed);
    }

    private static List<Library> libraries(Path bill) throws IOException {
        List<Library> libraries = new ArrayList<>();
        for (JsonNode each : ContractJson.mapper().readTree(bill.toFile()).path("components")) {
            if (!each.path("group").asText().equals("dev.pressline")) {
                libraries.add(library(each));
            }
        }
        return libraries;
    }

    private static Library library(JsonNode component) {
        List<String> licences = new ArrayList<>();
        for (JsonNode each : component.path("licenses")) {
            JsonNode licence = each.path("license");
            licences.add(
                    licence.path("id")
                            .asText(licence.path("name").asText(each.path("expression").asText())));
        }
        return new Library(
                component.path("group").asText(),
                component.path("name").asText(),
                component.path("version").asText(),
                licences);
    }

    private static void write(Map<String, Library> libraries) throws IOException {
        String rows =
                libraries.values().stream().map(Library::row).collect(Collectors.joining("\n"));
        Files.writeString(
                Path.of("target", "third-party.md"),
                "# What Pressline ships of others\n\n"
                        + "| group | name | version | licences, of which one may be chosen |\n"
                        + "|---|---|---|---|\n"
                        + rows
                        + "\n");
    }
}
