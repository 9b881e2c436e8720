package dev.pressline.render.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pressline.contract.identifier.Did;
import dev.pressline.kit.store.AccountStandings.Standing;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccountGateTest {

    private static final Map<Did, Standing> STANDINGS =
            Map.of(
                    Did.parse("did:web:gone.example"), Standing.DELETED,
                    Did.parse("did:web:away.example"), Standing.HIDDEN);

    @ParameterizedTest
    @CsvSource({
        "blobs/did:web:gone.example/bafk, DELETED",
        "blobs/did:web:away.example/bafk-480w, HIDDEN",
        "blobs/did:web:alice.example/bafk, SHOWN",
        "blobs/nobody/bafk, HIDDEN",
        "blobs/bafk, HIDDEN",
        "document/did:web:gone.example/one/index.html, DELETED",
        "document/did:web:away.example/one/index.json, HIDDEN",
        "publication/did:web:away.example/one/rss.xml, HIDDEN",
        "author/did:web:away.example/atom.xml, HIDDEN",
        "author/did:web:alice.example/index.html, SHOWN",
        "tag/away/index.html, SHOWN",
        "index.html, SHOWN"
    })
    void object_ofAnyAccount_isServedByItsStanding(String key, Standing expected) {
        AccountGate gate = new AccountGate(did -> STANDINGS.getOrDefault(did, Standing.SHOWN));
        assertThat(gate.of(key)).isEqualTo(expected);
    }
}
