package dev.pressline.normalize.convert.source;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pressline.contract.document.Block;
import dev.pressline.contract.identifier.Did;
import dev.pressline.contract.serde.ContractJson;
import dev.pressline.normalize.core.Records;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PostsTest {

    private static final String POST = "at://did:web:alice.example/app.bsky.feed.post/one";
    private static final String PAGE = "https://bsky.app/profile/did:web:alice.example/post/one";

    @ParameterizedTest
    @CsvSource({
        "at://alice.example, https://bsky.app/profile/alice.example",
        "at://alice.example/app.bsky.actor.profile/self, https://bsky.app/profile/alice.example",
        "at://alice.example/app.bsky.feed.post/one, https://bsky.app/profile/alice.example/post/one",
        "at://alice.example/site.standard.document/one, "
                + "https://leaflet.pub/lish/uri/at%3A%2F%2Falice.example%2Fsite.standard.document%2Fone",
        "at://alice.example/pub.leaflet.publication/one, "
                + "https://leaflet.pub/lish/uri/at%3A%2F%2Falice.example%2Fpub.leaflet.publication%2Fone",
    })
    void record_thatAPageShows_leadsToIt(String atUri, String page) {
        assertThat(Posts.page(atUri)).contains(page);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "at://alice.example/app.bsky.feed.post",
                "at://alice.example/app.bsky.feed.post/a%b",
                "at://alice.example/app.bsky.feed.post/one/more",
                "at://alice.example/site.standard.document",
                "at://alice.example/site.standard.document/a%b",
                "at://alice.example/app.bsky.feed.like/one"
            })
    void record_thatNoPageShows_leadsNowhere(String atUri) {
        assertThat(Posts.page(atUri)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://alice.example",
                "at://",
                "at://alice",
                "at://did:web:",
                "at://alice.example/a b",
                "at://alice.example/é",
                "at://alice.example/<b>",
                "at://alice.example/\u007F"
            })
    void text_thatIsNoAtUri_makesNoCard(String text) {
        assertThat(Posts.isAtUri(text)).isFalse();
        assertThat(Posts.account(text)).isEmpty();
        assertThat(Posts.card(ContractJson.mapper().valueToTree(text))).isEmpty();
    }

    @Test
    void card_isMadeOfAnAtUriOrAStrongRef() {
        // Given
        JsonNode strongRef = Records.quoted("{'uri': '" + POST + "'}");

        // When
        Optional<Block> card = Posts.card(strongRef);

        // Then
        assertThat(card).contains(new Block.PostReference(POST, Optional.of(PAGE)));
        assertThat(Posts.card(ContractJson.mapper().valueToTree(POST))).isEqualTo(card);
        assertThat(Posts.card(Records.quoted("{'cid': 'x'}"))).isEmpty();
    }

    @Test
    void account_isNamedByItsDidAlone() {
        assertThat(Posts.account(POST)).contains(Did.parse("did:web:alice.example"));
        assertThat(Posts.account("at://alice.example/app.bsky.feed.post/one")).isEmpty();
    }
}
