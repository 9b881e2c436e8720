package dev.pressline.ingest.repos;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pressline.contract.identifier.Did;
import org.junit.jupiter.api.Test;

class DidSetTest {

    private static Did did(int number) {
        return Did.parse("did:web:a" + number + ".example");
    }

    @Test
    void dids_byTheTenThousand_areAllFoundAndNoOthers() {
        // Given
        DidSet set = new DidSet();

        // When
        for (int i = 0; i < 10_000; i++) {
            assertThat(set.add(did(i))).isTrue();
        }

        // Then
        assertThat(set.size()).isEqualTo(10_000);
        for (int i = 0; i < 10_000; i++) {
            assertThat(set.contains(did(i))).isTrue();
            assertThat(set.contains(did(-1 - i))).isFalse();
        }
    }

    @Test
    void did_addedTwice_isThereOnce() {
        DidSet set = new DidSet();

        assertThat(set.add(did(1))).isTrue();
        assertThat(set.add(did(1))).isFalse();
        assertThat(set.size()).isEqualTo(1);
    }
}
