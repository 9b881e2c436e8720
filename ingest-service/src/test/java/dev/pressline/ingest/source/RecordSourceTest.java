package dev.pressline.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pressline.contract.event.Origin;
import dev.pressline.ingest.source.RecordSource.PushSource;
import dev.pressline.ingest.source.RecordSource.RepoBackfillSource;
import java.net.URI;
import org.junit.jupiter.api.Test;

class RecordSourceTest {

    @Test
    void id_ofAnyName_isAUri() {
        // Given
        String hostile = "a b\r\nc: \u0000 %41 ☃ <x> \\ \"".repeat(100);

        // When
        String id = new PushSource(Origin.PUSH, hostile).id();

        // Then
        assertThat(URI.create(id)).hasScheme("urn");
        assertThat(id).hasSizeLessThan(2_500).matches("[ -~]+");
    }

    @Test
    void id_ofARepo_keepsItsDidReadable() {
        assertThat(new RepoBackfillSource("did:plc:ewvi7nxzyoun6zhxrhs64oiz").id())
                .isEqualTo("urn:pressline:backfill:did:plc:ewvi7nxzyoun6zhxrhs64oiz");
    }

    @Test
    void push_byAPerson_deadLettersNothing() {
        assertThat(new PushSource(Origin.PUSH, "me").deadLetters()).isFalse();
        assertThat(new PushSource(Origin.IMPORT, "file").deadLetters()).isTrue();
    }
}
