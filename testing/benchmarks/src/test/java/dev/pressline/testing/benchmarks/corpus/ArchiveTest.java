package dev.pressline.testing.benchmarks.corpus;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class ArchiveTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Archive archive = new Archive(42);

    @Test
    void documents_ofOneArchive_areOfOnePublicationAndOlderTheSmallerTheirNumber() {
        // When
        List<Row> documents = archive.documents(-100, 101);

        // Then
        assertThat(documents).extracting(Row::did).containsOnly(archive.publication().did());
        assertThat(documents).extracting(Row::rkey).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void documents_askedForAgain_areTheSame() {
        Row first = archive.documents(-5, 1).getFirst();
        Row again = new Archive(42).documents(-7, 3).getLast();

        assertThat(new String(again.json(), UTF_8)).isEqualTo(new String(first.json(), UTF_8));
    }

    @Test
    void document_edited_keepsItsAddressAndDateAndIsNewer() throws IOException {
        // Given
        JsonNode first = JSON.readTree(archive.documents(-5, 1).getFirst().json());

        // When
        JsonNode edited = JSON.readTree(archive.edited(-5).json());
        JsonNode deleted = JSON.readTree(archive.deleted(-5).json());

        // Then
        assertThat(edited.get("uri")).isEqualTo(first.get("uri")).isEqualTo(deleted.get("uri"));
        assertThat(edited.at("/record/publishedAt")).isEqualTo(first.at("/record/publishedAt"));
        assertThat(edited.at("/record/title")).isNotEqualTo(first.at("/record/title"));
        assertThat(deleted.get("record").isNull()).isTrue();
        assertThat(deleted.get("rev").asText()).isGreaterThan(edited.get("rev").asText());
        assertThat(edited.get("rev").asText()).isGreaterThan(first.get("rkey").asText());
    }
}
