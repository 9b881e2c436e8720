package dev.pressline.normalize.stage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pressline.atproto.http.GuardedHttp;
import java.io.IOException;
import java.time.Clock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WebSitesTest {

    private final WebSites sites = new WebSites(new GuardedHttp(true, Clock.systemUTC()));
    private LoopbackSite site;

    @BeforeEach
    void start() throws IOException {
        site = new LoopbackSite();
    }

    @AfterEach
    void stop() {
        site.close();
    }

    @Test
    void file_thatIsThere_isRead() {
        site.texts.put("/file", "at://somebody");
        assertThat(sites.file(site.url("/file"))).contains("at://somebody\n");
    }

    @Test
    void file_missingTooLargeOrNowhere_isNone() {
        site.texts.put("/large", "x".repeat(20_000));
        assertThat(sites.file(site.url("/missing"))).isEmpty();
        assertThat(sites.file(site.url("/large"))).isEmpty();
        assertThat(sites.file("no url")).isEmpty();
    }

    @Test
    void page_longerThanNeeded_isReadAtItsBeginning() {
        site.texts.put("/page", "<title>A</title>" + "x".repeat(600_000));
        assertThat(sites.page(site.url("/page")))
                .hasValueSatisfying(
                        text -> assertThat(text).startsWith("<title>A</title>").hasSize(262_144));
    }

    @Test
    void page_missingForbiddenOrNowhere_isNone() {
        site.redirects.put("/metadata", "http://169.254.169.254/latest/");
        assertThat(sites.page(site.url("/missing"))).isEmpty();
        assertThat(sites.page(site.url("/metadata"))).isEmpty();
        assertThat(sites.page("no url")).isEmpty();
    }
}
