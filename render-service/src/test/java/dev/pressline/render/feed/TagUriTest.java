package dev.pressline.render.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pressline.contract.identifier.AtUri;
import dev.pressline.render.page.Channel;
import dev.pressline.render.page.Tag;
import dev.pressline.render.sample.Samples;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Identities spelled out: one that changes makes every old article new in every reader. */
class TagUriTest {

    private static final String PREFIX = "tag:pressline.dev,2026:";

    @Test
    void id_ofADocument_isOfItsAddress() {
        assertThat(TagUri.of(AtUri.parse(Samples.uri("essay"))))
                .isEqualTo(PREFIX + Samples.DID + "/site.standard.document/essay");
    }

    @Test
    void id_ofEachKindOfFeed_isOfWhatNeverChanges() {
        assertThat(TagUri.of(new Channel.Front())).isEqualTo(PREFIX + "front");
        assertThat(TagUri.of(new Channel.OfPublication(Samples.publication(Optional.empty()))))
                .isEqualTo(PREFIX + Samples.DID + "/site.standard.publication/press");
        assertThat(TagUri.of(new Channel.OfAuthor(Samples.author())))
                .isEqualTo(PREFIX + Samples.DID);
        assertThat(TagUri.of(new Channel.OfTag(new Tag("sea")))).isEqualTo(PREFIX + "tag/sea/");
    }
}
