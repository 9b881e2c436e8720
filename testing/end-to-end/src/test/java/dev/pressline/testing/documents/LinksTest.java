package dev.pressline.testing.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LinksTest {

    @Test
    void links_ofAllDocuments_leadSomewhere() {
        List<String> faults =
                Markdown.all().stream()
                        .flatMap(each -> each.links().stream().map(each::fault))
                        .flatMap(Optional::stream)
                        .toList();
        assertThat(faults).isEmpty();
    }

    @Test
    void links_thatLeadNowhere_areFound() {
        // Given
        Markdown document =
                new Markdown(
                        "docs/made-up.md",
                        """
                        # A heading, here

                        [one](#a-heading-here) [two](runbooks.md#presslinenoinput) [three](../README.md)
                        [four](#another) [five](runbooks.md#another) [six](another.md)
                        [seven](https://example.com/)
                        """);

        // When
        List<String> faults =
                document.links().stream().map(document::fault).flatMap(Optional::stream).toList();

        // Then
        assertThat(document.links()).hasSize(6);
        assertThat(faults)
                .satisfiesExactly(
                        fault -> assertThat(fault).contains("#another"),
                        fault -> assertThat(fault).contains("runbooks.md#another"),
                        fault -> assertThat(fault).contains("another.md: there is no such file"));
    }
}
