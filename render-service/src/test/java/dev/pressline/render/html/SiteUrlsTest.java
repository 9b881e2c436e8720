package dev.pressline.render.html;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SiteUrlsTest {

    @Test
    void key_seenFromAFolder_isReachedByGoingUp() {
        // Given
        SiteUrls urls = SiteUrls.relativeTo("document/did:plc:x/y/");

        // When
        String url = urls.to("blobs/z");

        // Then
        assertThat(url).isEqualTo("../../../blobs/z");
    }

    @Test
    void folder_seenFromTheFrontPage_isNotTakenForAScheme() {
        // Given
        SiteUrls urls = SiteUrls.relativeTo("");

        // When
        String url = urls.to("author/did:plc:x/");

        // Then
        assertThat(url).isEqualTo("./author/did:plc:x/");
        assertThat(urls.to("")).isEqualTo("./");
    }

    @Test
    void percentSign_ofADid_isEncodedOnce() {
        // Given
        SiteUrls urls = SiteUrls.below("https://reader.example/");

        // When
        String url = urls.to("author/did:web:a%3A80/");

        // Then
        assertThat(url).isEqualTo("https://reader.example/author/did:web:a%253A80/");
    }
}
