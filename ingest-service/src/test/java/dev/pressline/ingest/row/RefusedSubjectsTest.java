package dev.pressline.ingest.row;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.pressline.contract.event.EventKey;
import dev.pressline.contract.identifier.InvalidIdentifierException;
import java.util.List;
import org.junit.jupiter.api.Test;

class RefusedSubjectsTest {

    private static final String ACCOUNT = "did:plc:ewvi7nxzyoun6zhxrhs64oiz";
    private static final String RECORD = "at://did:web:a.example/site.standard.document/one";

    private static boolean refuses(String subject) {
        return RefusedSubjects.parse(List.of(ACCOUNT, ' ' + RECORD))
                .contains(EventKey.parse(subject));
    }

    @Test
    void account_thatIsNamed_isRefusedWithAllItsRecords() {
        assertThat(refuses(ACCOUNT)).isTrue();
        assertThat(refuses("at://" + ACCOUNT + "/site.standard.document/any")).isTrue();
        assertThat(refuses("did:plc:aaaaaaaaaaaaaaaaaaaaaaaa")).isFalse();
    }

    @Test
    void record_thatIsNamed_isRefusedAlone() {
        assertThat(refuses(RECORD)).isTrue();
        assertThat(refuses("at://did:web:a.example/site.standard.document/two")).isFalse();
        assertThat(refuses("did:web:a.example")).isFalse();
    }

    @Test
    void subject_thatIsNeither_isAFaultOfTheSetting() {
        assertThatExceptionOfType(InvalidIdentifierException.class)
                .isThrownBy(() -> RefusedSubjects.parse(List.of("a.example")));
    }
}
