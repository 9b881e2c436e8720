package dev.pressline.normalize.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pressline.contract.document.Block;
import dev.pressline.contract.document.Document;
import dev.pressline.contract.event.Topics;
import dev.pressline.contract.serde.ContractJson;
import dev.pressline.kit.failure.InfrastructureException;
import dev.pressline.normalize.blob.BlobServer;
import dev.pressline.normalize.event.TestEvents;
import dev.pressline.normalize.part.PartStore;
import dev.pressline.normalize.pending.Pauses;
import dev.pressline.normalize.pending.PendingDocuments;
import dev.pressline.normalize.pending.PendingLimits;
import dev.pressline.normalize.testing.RealRecords;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Documents whose parts are records of their own, through the handler and a store. */
class PartJoinsTest {

    private static final String ENTRY =
            "at://did:plc:xn3l7ogsxym5ixxugidum5dw/app.greengale.document/3mmozgypkle2s";
    private static final String DOCUMENT =
            "at://did:plc:xn3l7ogsxym5ixxugidum5dw/site.standard.document/3mmozgypkle2s";
    private static final String GALLERY =
            "at://did:plc:xn3l7ogsxym5ixxugidum5dw/blog.pckt.gallery/3mmrn4i26e5al";
    private static final String WITH_GALLERY =
            "at://did:plc:xn3l7ogsxym5ixxugidum5dw/site.standard.document/3mmrd52hpdakk";
    private static final String ARTICLE = "at://did:web:alice.example/site.mochott.article/one";
    private static final String WITHOUT_CONTENT =
            "at://did:web:alice.example/site.standard.document/one";

    @TempDir Path spools;

    private final List<ConsumerRecord<String, byte[]>> log = new ArrayList<>();
    private final Set<Long> compacted = new HashSet<>();
    private TestEvents events;
    private NormalizeHandler handler;

    @BeforeEach
    void start() throws IOException {
        events = new TestEvents(spools);
        events.server.behaviour = (cid, sink) -> new BlobServer.Answer.Missing();
        handler = handler(events.parts);
    }

    private NormalizeHandler handler(PartStore parts) {
        return new NormalizeHandler(
                events.events,
                new PartJoins(parts, events.events, events.largeValues, this::read),
                new PendingDocuments(
                        new PendingLimits(10, 10),
                        new Pauses(Duration.ofSeconds(1), Duration.ofSeconds(1)),
                        Clock.systemUTC()));
    }

    private Optional<ConsumerRecord<String, byte[]>> read(int partition, long offset) {
        return compacted.contains(offset) ? Optional.empty() : Optional.of(log.get((int) offset));
    }

    @AfterEach
    void stop() {
        events.close();
    }

    private static ObjectNode real(String uri) {
        return RealRecords.all().stream()
                .filter(sample -> sample.uri().toString().equals(uri))
                .findFirst()
                .orElseThrow()
                .value()
                .deepCopy();
    }

    /** Handles a version of a record; returns the documents that went out with it. */
    private List<Document> handle(String uri, int rev, @Nullable ObjectNode record)
            throws IOException {
        String json = record == null ? null : record.toString();
        ConsumerRecord<String, byte[]> raw =
                TestEvents.at(log.size(), TestEvents.ofKey(uri, TestEvents.rev(rev), json));
        log.add(raw);
        return documents(handler.handle(raw));
    }

    private static List<Document> documents(List<ProducerRecord<String, byte[]>> derived)
            throws IOException {
        List<Document> documents = new ArrayList<>();
        for (ProducerRecord<String, byte[]> event : derived) {
            if (event.topic().equals(Topics.NORMALIZED) && event.value() != null) {
                documents.add((Document) ContractJson.read(event.value()));
            }
        }
        return documents;
    }

    private static boolean isWhole(Document document) {
        return document.body().blocks().stream().anyMatch(Block.Heading.class::isInstance)
                && document.body().blocks().stream().noneMatch(Block.Unknown.class::isInstance);
    }

    @Test
    void document_beforeItsEntry_isOutAtOnceAndWholeWithTheEntry() throws IOException {
        // When
        List<Document> first = handle(DOCUMENT, 1, real(DOCUMENT));
        List<Document> then = handle(ENTRY, 2, real(ENTRY));

        // Then
        assertThat(first).singleElement().matches(document -> !isWhole(document));
        assertThat(then).singleElement().matches(PartJoinsTest::isWhole);
        assertThat(then.getFirst().uri()).hasToString(DOCUMENT);
        assertThat(then.getFirst().rev()).isEqualTo(TestEvents.rev(1));
    }

    @Test
    void document_afterItsEntry_isWholeAndTheSame() throws IOException {
        // Given
        handle(DOCUMENT, 1, real(DOCUMENT));
        Document late = handle(ENTRY, 2, real(ENTRY)).getFirst();
        events.store.objects.clear();
        events.parts.forget();

        // When
        List<Document> alone = handle(ENTRY, 2, real(ENTRY));
        List<Document> then = handle(DOCUMENT, 1, real(DOCUMENT));

        // Then
        assertThat(alone).isEmpty();
        assertThat(then).containsExactly(late);
    }

    @Test
    void gallery_inEitherOrder_isShownInItsPlace() throws IOException {
        // When
        Document without = handle(WITH_GALLERY, 1, real(WITH_GALLERY)).getFirst();
        Document then = handle(GALLERY, 2, real(GALLERY)).getFirst();
        Document again = handle(WITH_GALLERY, 1, real(WITH_GALLERY)).getFirst();

        // Then
        assertThat(without.body().blocks()).contains(new Block.Unknown("blog.pckt.block.gallery"));
        assertThat(then.body().blocks())
                .filteredOn(Block.Gallery.class::isInstance)
                .singleElement()
                .satisfies(gallery -> assertThat(((Block.Gallery) gallery).pictures()).hasSize(2));
        assertThat(again).isEqualTo(then);
    }

    @Test
    void article_underTheRecordKeyOfADocumentWithoutContent_isItsContent() throws IOException {
        // Given
        ObjectNode document = ContractJson.mapper().createObjectNode();
        document.put("$type", "site.standard.document").put("title", "T");
        document.put("site", "at://did:web:alice.example/site.standard.publication/p");
        document.put("textContent", "Flat text.");
        ObjectNode article = ContractJson.mapper().createObjectNode();
        article.put("$type", "site.mochott.article");
        article.putObject("content")
                .put("type", "doc")
                .putArray("content")
                .addObject()
                .put("type", "paragraph")
                .putArray("content")
                .addObject()
                .put("type", "text")
                .put("text", "The article.");

        // When
        Document first = handle(WITHOUT_CONTENT, 1, document).getFirst();
        List<Document> then = handle(ARTICLE, 2, article);

        // Then
        assertThat(first.text()).isEqualTo("Flat text.");
        assertThat(then).singleElement().extracting(Document::text).isEqualTo("The article.");
        assertThat(then.getFirst().body().source()).isEqualTo("site.mochott.article");
    }

    @Test
    void entry_updatedThenDeleted_changesTheDocumentEachTime() throws IOException {
        // Given
        handle(ENTRY, 1, real(ENTRY));
        handle(DOCUMENT, 2, real(DOCUMENT));

        // When
        Document updated = handle(ENTRY, 3, real(ENTRY).put("content", "New words")).getFirst();
        Document deleted = handle(ENTRY, 4, null).getFirst();

        // Then
        assertThat(updated.text()).isEqualTo("New words");
        assertThat(deleted.text()).startsWith("Blah blah blah BLAH BLAH");
    }

    @Test
    void entry_olderArrivingLate_changesNothing() throws IOException {
        // Given
        handle(DOCUMENT, 1, real(DOCUMENT));
        handle(ENTRY, 5, real(ENTRY).put("content", "New words"));

        // When
        List<Document> late = handle(ENTRY, 4, real(ENTRY));
        List<Document> lateDelete = handle(ENTRY, 3, null);

        // Then
        assertThat(late).isEmpty();
        assertThat(lateDelete).isEmpty();
        assertThat(handle(DOCUMENT, 1, real(DOCUMENT)))
                .singleElement()
                .extracting(Document::text)
                .isEqualTo("New words");
    }

    @Test
    void entry_deletedThenOlderVersionArriving_staysDeleted() throws IOException {
        // Given
        handle(ENTRY, 5, null);

        // When
        handle(ENTRY, 4, real(ENTRY));

        // Then
        assertThat(handle(DOCUMENT, 6, real(DOCUMENT)))
                .singleElement()
                .matches(document -> !isWhole(document));
    }

    @Test
    void entry_arrivingForADocumentOfWhichANewerVersionLeftIt_sendsNothing() throws IOException {
        // Given
        handle(DOCUMENT, 1, real(DOCUMENT));
        ObjectNode newer = real(DOCUMENT);
        newer.remove("content");
        handle(DOCUMENT, 2, newer);
        handle(DOCUMENT, 1, real(DOCUMENT));

        // Then
        assertThat(handle(ENTRY, 3, real(ENTRY))).isEmpty();
    }

    @Test
    void entry_arrivingForADeletedDocument_sendsNothing() throws IOException {
        // Given
        handle(DOCUMENT, 1, real(DOCUMENT));
        handle(DOCUMENT, 2, null);

        // Then
        assertThat(handle(ENTRY, 3, real(ENTRY))).isEmpty();
    }

    @Test
    void entry_arrivingWhenTheDocumentIsCompactedAway_sendsNothing() throws IOException {
        // Given
        handle(DOCUMENT, 1, real(DOCUMENT));
        compacted.add(0L);

        // Then
        assertThat(handle(ENTRY, 3, real(ENTRY))).isEmpty();
    }

    @Test
    void entry_ofAnotherAccount_isNoPart() throws IOException {
        // Given
        String foreign = ENTRY.replace("did:plc:xn3l7ogsxym5ixxugidum5dw", "did:web:b.example");
        handle(foreign, 1, real(ENTRY));
        ObjectNode document = real(DOCUMENT);
        document.withObject("/content").put("uri", foreign);

        // Then
        assertThat(handle(DOCUMENT, 2, document)).singleElement().matches(made -> !isWhole(made));
    }

    @ParameterizedTest
    @ValueSource(strings = {"author", "friends", ""})
    void entry_notForEverybody_hidesTheBodyAndTheDocumentFromLists(String visibility)
            throws IOException {
        // Given
        handle(DOCUMENT, 1, real(DOCUMENT));

        // When
        Document made = handle(ENTRY, 2, real(ENTRY).put("visibility", visibility)).getFirst();

        // Then
        assertThat(made.body().blocks()).containsExactly(new Block.MembersOnlyBreak());
        assertThat(made.text()).isEmpty();
        assertThat(made.showInDiscover()).isFalse();
    }

    @Test
    void entry_forThoseWhoHaveTheAddress_isShownAndNotListed() throws IOException {
        // Given
        handle(ENTRY, 1, real(ENTRY).put("visibility", "url"));

        // When
        Document made = handle(DOCUMENT, 2, real(DOCUMENT)).getFirst();

        // Then
        assertThat(isWhole(made)).isTrue();
        assertThat(made.showInDiscover()).isFalse();
    }

    @Test
    void process_thatDiesBetween_leavesWhatTheNextOneNeeds() throws IOException {
        // Given
        handle(DOCUMENT, 1, real(DOCUMENT));

        // When
        handler = handler(new PartStore(events.store.client(), "site"));

        // Then
        assertThat(handle(ENTRY, 2, real(ENTRY))).singleElement().matches(this::isNamed);
    }

    private boolean isNamed(Document document) {
        return document.uri().toString().equals(DOCUMENT);
    }

    @Test
    void store_down_isInfrastructureAndTheRecordIsTakenAgain() throws IOException {
        // Given
        handle(DOCUMENT, 1, real(DOCUMENT));
        events.store.down = true;
        assertThatThrownBy(() -> handle(ENTRY, 2, real(ENTRY)))
                .isInstanceOf(InfrastructureException.class);

        // When
        events.store.down = false;

        // Then
        assertThat(handle(ENTRY, 2, real(ENTRY))).singleElement().matches(PartJoinsTest::isWhole);
    }

    @Test
    void document_withoutParts_costsOneListOfItsAccountAndNothingMore() throws IOException {
        // When
        for (int i = 0; i < 5; i++) {
            ObjectNode document = ContractJson.mapper().createObjectNode();
            document.put("$type", "site.standard.document").put("textContent", "Text " + i);
            handle("at://did:web:alice.example/site.standard.document/" + i, 1, document);
        }

        // Then
        assertThat(events.store.requests).hasSize(1);
    }
}
