package dev.pressline.render.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SitePathTest {

    @ParameterizedTest
    @CsvSource({
        "/, index.html",
        "/rss.xml, rss.xml",
        "/document/did:plc:a/b/, document/did:plc:a/b/index.html",
        "/document/did:plc:a/b/index.json, document/did:plc:a/b/index.json"
    })
    void path_ofAnObject_isItsKey(String path, String key) {
        assertThat(SitePath.key(path)).contains(key);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "//", "/a//b", "/a/../b", "/a\\b", "/a b", "/gone/x/"})
    void path_ofNoObject_isRefused(String path) {
        assertThat(SitePath.key(path)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "document/did:plc:a/b/index.html, gone/document/did:plc:a/b/index.html",
        "document/did:plc:a/b/index.json, gone/document/did:plc:a/b/index.html",
        "publication/did:plc:a/b/rss.xml, gone/publication/did:plc:a/b/index.html",
        "publication/did:plc:a/b/subscribe/index.html, gone/publication/did:plc:a/b/index.html",
        "publication/did:plc:a/b/archive/2026-01/atom.xml, gone/publication/did:plc:a/b/index.html",
        "author/did:plc:a/rss.xml, gone/author/did:plc:a/index.html",
        "author/did:plc:a/subscribe/index.html, gone/author/did:plc:a/index.html",
        "rss.xml, gone/index.html"
    })
    void marker_ofEverythingOfAnOwner_isThatOfItsPage(String key, String marker) {
        assertThat(SitePath.goneMarker(key)).isEqualTo(marker);
    }

    @ParameterizedTest
    @CsvSource({"/a%20b, /a b", "/did%3Aplc%3Aa/, /did:plc:a/", "/a+b, /a+b"})
    void path_encoded_isDecodedOnce(String path, String decoded) {
        assertThat(SitePath.decoded(path)).contains(decoded);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/a%2fb", "/a%2Fb", "/a%5Cb", "/%zz", "/%"})
    void path_withHiddenSeparatorOrBrokenEncoding_isRefused(String path) {
        assertThat(SitePath.decoded(path)).isEmpty();
    }
}
