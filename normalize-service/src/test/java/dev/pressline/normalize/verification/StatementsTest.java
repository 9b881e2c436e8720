package dev.pressline.normalize.verification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pressline.contract.identifier.AtUri;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StatementsTest {

    private static final String TEXT =
            "at://did:plc:ewvi7nxzyoun6zhxrhs64oiz/site.standard.publication/3lab";
    private static final AtUri PUBLICATION = AtUri.parse(TEXT);

    @ParameterizedTest
    @ValueSource(
            strings = {
                TEXT,
                "  " + TEXT + "\r\n",
                "{\"publicationUri\":\"" + TEXT + "\"}",
                "{\"uri\":\"" + TEXT + "\",\"value\":{}}"
            })
    void file_withTheAtUri_namesThePublication(String text) {
        assertThat(Statements.fileNames(text, PUBLICATION)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "at://did:plc:aaaaanxzyoun6zhxrhs64oiz/site.standard.publication/3lab",
                TEXT + "x",
                TEXT + "\n" + TEXT,
                "<html>" + TEXT,
                "{",
                "{\"publicationUri\":[\"" + TEXT + "\"]}",
                "{\"$type\":\"site.standard.publication\",\"url\":\"https://a.example\",\"name\":\"A\"}"
            })
    void file_withAnythingElse_namesNobody(String text) {
        assertThat(Statements.fileNames(text, PUBLICATION)).isFalse();
    }

    @Test
    void page_thatLinksThePublicationInItsHead_namesIt() {
        assertThat(
                        Statements.pageNames(
                                "<title>A</title><link rel='alternate SITE.standard.publication'"
                                        + " href=' "
                                        + TEXT
                                        + " '><p>",
                                PUBLICATION))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<body><p>A comment:</p><link rel='site.standard.publication' href='" + TEXT + "'>",
                "<head><link rel='site.standard.document' href='" + TEXT + "'>",
                "<head><!-- <link rel='site.standard.publication' href='" + TEXT + "'> -->",
                "<head><meta content='" + TEXT + "'>"
            })
    void page_thatHoldsTheAtUriElsewhere_namesNobody(String html) {
        assertThat(Statements.pageNames(html, PUBLICATION)).isFalse();
    }
}
