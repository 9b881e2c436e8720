package dev.pressline.normalize.verification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pressline.contract.identifier.Did;
import dev.pressline.contract.identifier.Handle;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SiteAddressTest {

    private static final Did PLC = Did.parse("did:plc:ewvi7nxzyoun6zhxrhs64oiz");

    @ParameterizedTest
    @CsvSource({
        "https://a.example, https://a.example/.well-known/site.standard.publication",
        "https://A.example/, https://a.example/.well-known/site.standard.publication",
        "https://a.example/blog/, https://a.example/.well-known/site.standard.publication/blog",
        "https://a.example/b?x=1#y, https://a.example/.well-known/site.standard.publication/b",
        "https://a.example:8443/b, https://a.example:8443/.well-known/site.standard.publication/b"
    })
    void wellKnown_ofAUrl_isAtTheRootWithThePathBehind(String url, String expected) {
        assertThat(SiteAddress.wellKnown(url)).contains(expected);
    }

    @Test
    void wellKnown_ofNoWebAddress_isNone() {
        assertThat(SiteAddress.wellKnown("ftp://a.example")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "https://alice.example, true",
        "https://Alice.Example/blog, true",
        "https://alice.example:8443, false",
        "https://www.alice.example, false",
        "https://alice.example.evil.example, false",
        "https://alice.example@evil.example, false"
    })
    void host_equalToTheHandleOrTheWebDid_isTheAccountsName(String url, boolean expected) {
        Optional<Handle> handle = Optional.of(Handle.parse("alice.example"));
        assertThat(SiteAddress.isNameOf(url, PLC, handle)).isEqualTo(expected);
        Did web = Did.parse("did:web:alice.example");
        assertThat(SiteAddress.isNameOf(url, web, Optional.empty())).isEqualTo(expected);
        assertThat(SiteAddress.isNameOf(url, PLC, Optional.empty())).isFalse();
    }
}
