package dev.pressline.normalize.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pressline.contract.document.Block;
import dev.pressline.contract.document.Document;
import dev.pressline.contract.document.Inline;
import dev.pressline.contract.serde.ContractJson;
import dev.pressline.normalize.blob.BlobSamples;
import dev.pressline.normalize.blob.BlobServer;
import dev.pressline.normalize.blob.BodyKeeper;
import dev.pressline.normalize.blob.FakeServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bodies that come in blobs, from the server to the event. */
class LongBodiesTest {

    private static final List<Block> WHOLE =
            List.of(
                    new Block.Paragraph(
                            List.of(
                                    new Inline.Text("The "),
                                    new Inline.Strong(List.of(new Inline.Text("whole"))))));
    private static final String MARKDOWN = "The **whole**";
    private static final String MARKPUB =
            "{'$type':'at.markpub.markdown','text':{'markdown':'Preview','textBlob':BLOB}}";

    @TempDir Path spools;

    private TestEvents events;

    @BeforeEach
    void start() throws IOException {
        events = new TestEvents(spools);
    }

    @AfterEach
    void stop() {
        events.close();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** The content with a reference to a blob of these bytes. */
    private static ObjectNode record(String content, byte[] body) throws IOException {
        String blob =
                "{'$type':'blob','ref':{'$link':'%s'},'mimeType':'text/plain','size':%d}"
                        .formatted(BlobSamples.cid(body), body.length);
        ObjectNode record = ContractJson.mapper().createObjectNode();
        record.put("$type", "site.standard.document").put("title", "T");
        record.set(
                "content",
                ContractJson.mapper().readTree(content.replace("BLOB", blob).replace('\'', '"')));
        return record;
    }

    private NormalizedEvents.Made make(ObjectNode record) {
        return events.events.make(
                TestEvents.raw("site.standard.document/one", TestEvents.rev(1), record.toString()),
                Look.FIRST);
    }

    private static Document document(NormalizedEvents.Made made) {
        return (Document) ContractJson.read(made.event().orElseThrow().value());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "{'$type':'at.markpub.markdown','text':{'markdown':'The','textBlob':BLOB}}; The **whole**",
                "{'$type':'app.greengale.document','content':'The','contentBlob':BLOB}; The **whole**",
                "{'$type':'site.standard.markdown','blob':BLOB}; The **whole**",
                "{'$type':'net.yrriban.content','blobs':{'doc.html':BLOB}}; <p>The <b>whole</b>",
                "{'$type':'blog.pckt.content','items':[],'blob':BLOB}; [{'$type':'blog.pckt.block.text','plaintext':'The whole','facets':[{'index':{'byteStart':4,'byteEnd':9},'features':[{'$type':'blog.pckt.richtext.facet#bold'}]}]}]",
                "{'$type':'pub.leaflet.content','pages':[],'blobPages':BLOB}; [{'$type':'pub.leaflet.pages.linearDocument','blocks':[{'block':{'$type':'pub.leaflet.blocks.text','plaintext':'The whole','facets':[{'index':{'byteStart':4,'byteEnd':9},'features':[{'$type':'pub.leaflet.richtext.facet#bold'}]}]}}]}]"
            })
    void body_inABlob_isFetchedAndConverted(String content, String body) throws IOException {
        // Given
        byte[] blob = bytes(body.replace('\'', '"'));
        events.server.behaviour = FakeServer.giving(blob);

        // When
        NormalizedEvents.Made made = make(record(content, blob));

        // Then
        assertThat(document(made).body().blocks()).isEqualTo(WHOLE);
        assertThat(made.outlook()).isEmpty();
    }

    @Test
    void body_pending_isItsPreviewWithAPlaceholderAndAskedForAgain() throws IOException {
        // Given
        events.server.behaviour = (cid, sink) -> new BlobServer.Answer.Unavailable("down");
        ObjectNode record = record(MARKPUB, bytes(MARKDOWN));

        // When
        NormalizedEvents.Made made = make(record);
        events.server.behaviour = FakeServer.giving(bytes(MARKDOWN));
        NormalizedEvents.Made later = make(record);

        // Then
        assertThat(document(made).text()).isEqualTo("Preview");
        assertThat(document(made).body().blocks())
                .contains(new Block.Unknown("at.markpub.markdown"));
        assertThat(made.outlook()).isPresent();
        assertThat(document(later).body().blocks()).isEqualTo(WHOLE);
        assertThat(later.outlook()).isEmpty();
    }

    @Test
    void body_missing_isItsPreviewWithAPlaceholderForGood() throws IOException {
        // Given
        events.server.behaviour = (cid, sink) -> new BlobServer.Answer.Missing();

        // When
        NormalizedEvents.Made made = make(record(MARKPUB, bytes(MARKDOWN)));

        // Then
        assertThat(document(made).body().blocks())
                .contains(new Block.Unknown("at.markpub.markdown"));
        assertThat(made.outlook()).isEmpty();
    }

    @Test
    void body_tooLarge_isRefused() throws IOException {
        // Given
        byte[] large = bytes("a".repeat(BodyKeeper.LARGEST + 1));
        events.server.behaviour = FakeServer.giving(large);

        // When
        NormalizedEvents.Made made = make(record(MARKPUB, large));

        // Then
        assertThat(document(made).text()).isEqualTo("Preview");
        assertThat(made.outlook()).isEmpty();
        assertThat(events.store.objects).isEmpty();
    }

    @Test
    void body_kept_isNotFetchedAgain() throws IOException {
        // Given
        events.server.behaviour = FakeServer.giving(bytes(MARKDOWN));
        ObjectNode record = record(MARKPUB, bytes(MARKDOWN));
        make(record);

        // When
        Document again = document(make(record));

        // Then
        assertThat(events.server.asked).hasValue(1);
        assertThat(again.body().blocks()).isEqualTo(WHOLE);
    }

    @Test
    void body_ofAnEntryForItsAuthorAlone_isNotFetched() throws IOException {
        // When
        String entry =
                "{'$type':'app.greengale.document','visibility':'author','contentBlob':BLOB}";
        Document made = document(make(record(entry, bytes(MARKDOWN))));

        // Then
        assertThat(made.body().blocks()).containsExactly(new Block.MembersOnlyBreak());
        assertThat(events.server.asked).hasValue(0);
    }

    @Test
    void body_thatIsNoJsonWhereItMustBe_isAPlaceholder() throws IOException {
        // Given
        events.server.behaviour = FakeServer.giving(bytes("{"));
        String leaflet = "{'$type':'pub.leaflet.content','blobPages':BLOB}";

        // When
        Document made = document(make(record(leaflet, bytes("{"))));

        // Then
        assertThat(made.body().blocks()).containsExactly(new Block.Unknown("pub.leaflet.content"));
    }
}
