package dev.pressline.ingest.backfill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pressline.contract.identifier.InvalidIdentifierException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RepoAddressTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"", "alice", "did:", "did:plc:", "https://alice.example", "a b.example"})
    void repo_thatIsNeitherHandleNorDid_isRefusedAtOnce(String repo) {
        assertThatThrownBy(() -> RepoAddress.check(repo))
                .isInstanceOf(InvalidIdentifierException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"alice.example.com", "did:plc:ewvi7nxzyoun6zhxrhs64oiz", "did:web:a.b"})
    void repo_thatIsOne_isTaken(String repo) {
        RepoAddress.check(repo);
        assertThat(repo).isNotEmpty();
    }
}
