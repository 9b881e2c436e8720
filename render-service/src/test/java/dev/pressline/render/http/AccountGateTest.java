package dev.pressline.render.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.benmanes.caffeine.cache.Ticker;
import dev.pressline.contract.identifier.Did;
import dev.pressline.kit.store.AccountStandings.Standing;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
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
        AccountGate gate =
                new AccountGate(
                        did -> STANDINGS.getOrDefault(did, Standing.SHOWN),
                        Ticker.disabledTicker());
        assertThat(gate.of(key)).isEqualTo(expected);
    }

    @Test
    void object_ofAnAccountThatIsHidden_isHiddenWithinSeconds() {
        // Given
        AtomicLong now = new AtomicLong();
        AtomicReference<Standing> told = new AtomicReference<>(Standing.SHOWN);
        AccountGate gate = new AccountGate(did -> told.get(), now::get);
        String key = "document/did:web:alice.example/one/index.html";
        assertThat(gate.of(key)).isEqualTo(Standing.SHOWN);

        // When
        told.set(Standing.HIDDEN);
        now.addAndGet(Duration.ofSeconds(6).toNanos());

        // Then
        assertThat(gate.of(key)).isEqualTo(Standing.HIDDEN);
    }
}
