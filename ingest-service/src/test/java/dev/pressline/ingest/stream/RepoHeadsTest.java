package dev.pressline.ingest.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pressline.atproto.repo.cbor.BinaryCid;
import dev.pressline.contract.identifier.Did;
import dev.pressline.contract.identifier.Tid;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RepoHeadsTest {

    private static final RepoHeads.Head HEAD =
            new RepoHeads.Head(Tid.parse("3mf42slbt3g42"), BinaryCid.ofBlock(new byte[0]));

    private final RepoHeads heads = new RepoHeads(2);

    private static Did did(String name) {
        return Did.parse("did:web:" + name + ".example");
    }

    @Test
    void heads_moreThanAreRemembered_forgetTheLeastRecentAndSaySo() {
        // Given
        heads.moveTo(did("a"), HEAD);
        heads.moveTo(did("b"), HEAD);
        heads.takeChanges();

        // When
        assertThat(heads.of(did("a"))).contains(HEAD);
        heads.moveTo(did("c"), HEAD);

        // Then
        assertThat(heads.known()).containsOnlyKeys(did("a"), did("c"));
        assertThat(heads.takeChanges())
                .isEqualTo(Map.of(did("b"), Optional.empty(), did("c"), Optional.of(HEAD)));
    }

    @Test
    void heads_restored_areNoChangesButForThoseThatNoLongerFit() {
        // When
        heads.restore(did("a"), Optional.of(HEAD));
        heads.restore(did("b"), Optional.of(HEAD));
        heads.restore(did("b"), Optional.empty());
        heads.restore(did("c"), Optional.of(HEAD));
        assertThat(heads.takeChanges()).isEmpty();
        heads.restore(did("d"), Optional.of(HEAD));

        // Then
        assertThat(heads.known()).containsOnlyKeys(did("c"), did("d"));
        assertThat(heads.takeChanges()).isEqualTo(Map.of(did("a"), Optional.empty()));
    }
}
