package dev.pressline.testing.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.pressline.contract.event.Topics;
import dev.pressline.kit.config.ServiceSettings;
import dev.pressline.local.pipeline.Service;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Whether the settings that documents name are read by somebody. */
class SettingsTest {

    private static final Pattern NAME =
            Pattern.compile(
                    "(?<![\\w./-])(PRESSLINE_[A-Z0-9_]+|pressline(?:\\.(?:[a-z0-9-]+|NAME))+)(?![\\w./*…-]*[/*…])");

    /** Names of other things: topics and their relatives, files. */
    private static final Pattern NO_SETTING =
            Pattern.compile("pressline\\.(.*\\.v1(\\..*)?|rules\\.yaml)");

    private static List<ServiceSettings> services = List.of();
    private static String other = "";

    private static List<String> names(Markdown document) {
        List<String> names = new ArrayList<>();
        for (String code : document.code()) {
            Matcher found = NAME.matcher(code);
            while (found.find()) {
                String name = found.group(1);
                if (!NO_SETTING.matcher(name).matches() && !Topics.COMPACTED.contains(name)) {
                    names.add(name);
                }
            }
        }
        return names;
    }

    private static boolean isRead(String name) {
        String variable = name.replaceAll("[.-]", "_").toUpperCase(Locale.ROOT);
        return services.stream().anyMatch(each -> each.know(variable));
    }

    private static List<ServiceSettings> services() {
        List<ServiceSettings> services = new ArrayList<>();
        for (Service service : Service.values()) {
            Path module = Markdown.root().resolve(service.module());
            assumeThat(module.resolve("target").resolve("quarkus-app")).isDirectory();
            try {
                services.add(ServiceSettings.of(module));
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
        return services;
    }

    /** What tests and scripts read: all code that is no service's. */
    private static String otherCode() {
        StringBuilder code = new StringBuilder();
        for (String folder : List.of("deploy", "testing", ".mvn")) {
            try (Stream<Path> files = Files.walk(Markdown.root().resolve(folder))) {
                files.filter(SettingsTest::isCode).forEach(file -> code.append(read(file)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return code.toString();
    }

    private static boolean isCode(Path file) {
        String path = file.toString();
        return Files.isRegularFile(file)
                && !path.endsWith(".md")
                && !path.contains("/target/")
                && !path.contains("/node_modules/")
                && !path.contains("/resources/")
                && !path.endsWith(SettingsTest.class.getSimpleName() + ".java");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @BeforeAll
    static void read() {
        services = services();
        other = otherCode();
    }

    private static Set<String> unread(List<Markdown> documents) {
        Set<String> unread = new TreeSet<>();
        for (Markdown document : documents) {
            for (String name : names(document)) {
                if (!isRead(name) && !other.contains(name)) {
                    unread.add(document.name() + ": " + name);
                }
            }
        }
        return unread;
    }

    @Test
    void settings_thatDocumentsName_areRead() {
        assertThat(unread(Markdown.current())).isEmpty();
    }

    @Test
    void settings_thatNobodyReads_areFound() {
        // Given
        Markdown document =
                new Markdown(
                        "made-up.md",
                        """
                        `pressline.ingest.largest-repo`, `PRESSLINE_INGEST_SOURCES_NETWORK_KIND=tap`,
                        `pressline.raw.v1.ingest.dlq`, `PRESSLINE_STORE_*`, `pressline.dev/gateway`,
                        `pressline.ingest.smallest-%s`

                        ```sh
                        PRESSLINE_INGEST_NOTHING%s=1 pressline up
                        ```
                        """
                                .formatted("repo", "S"));

        // When / Then
        assertThat(unread(List.of(document)))
                .containsExactlyInAnyOrder(
                        "made-up.md: pressline.ingest.smallest-repo",
                        "made-up.md: PRESSLINE_INGEST_NOTHINGS");
    }
}
