package dev.pressline.render.press;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.pressline.contract.identifier.AtUri;
import dev.pressline.contract.output.ObjectKeys;
import dev.pressline.kit.failure.InfrastructureException;
import dev.pressline.kit.store.Buckets;
import dev.pressline.kit.store.LoopbackS3;
import dev.pressline.render.feed.FeedRenderer;
import dev.pressline.render.job.PrintJob;
import dev.pressline.render.job.WrittenDocument;
import dev.pressline.render.page.Neighbours;
import dev.pressline.render.page.PageRenderer;
import dev.pressline.render.sample.SampleSite;
import dev.pressline.render.sample.Samples;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the press does to the bucket, and in which order. */
class PressTest {

    private static final AtUri URI = AtUri.parse(Samples.uri("3mf42slbt3g42"));
    private static final String FOLDER = ObjectKeys.document(URI);
    private static final String PAGE = path(ObjectKeys.page(FOLDER));
    private static final String JSON = path(ObjectKeys.json(FOLDER));
    private static final String MARKER = path("gone/" + ObjectKeys.page(FOLDER));

    private LoopbackS3 store;
    private Press press;

    @BeforeEach
    void start() throws IOException {
        store = new LoopbackS3();
        press = press();
    }

    @AfterEach
    void stop() {
        store.close();
    }

    private static String path(String key) {
        return "/site/" + key;
    }

    /** A press that has seen nothing of the store yet. */
    private Press press() {
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        return new Press(
                new PageRenderer(SampleSite.SETTINGS),
                new FeedRenderer(SampleSite.SETTINGS),
                SampleSite.SETTINGS,
                new Shelf(store.client(), new Buckets("site", "notes", "values"), registry),
                new HubPings(SampleSite.SETTINGS, () -> true, registry),
                ItemCache.inMemory(1 << 20));
    }

    private static PrintJob print(String title, boolean isNew) {
        return new PrintJob.PrintDocument(
                WrittenDocument.of(Samples.document("3mf42slbt3g42").title(title).build()),
                Optional.empty(),
                Neighbours.NONE,
                true,
                Optional.of(isNew));
    }

    private static PrintJob remove(boolean gone) {
        return new PrintJob.RemoveDocument(URI, gone, Optional.empty());
    }

    /** What was asked of the store about the document since a number of requests. */
    private List<String> requests(String method, int since) {
        return store.requests.stream()
                .skip(since)
                .filter(request -> request.startsWith(method) && request.contains(FOLDER))
                .toList();
    }

    @Test
    void document_printed_standsWhenTheJobIsDone() {
        // When
        Press.Outputs outputs = press.run(print("A title", true));

        // Then
        assertThat(store.objects).containsKeys(PAGE, JSON).doesNotContainKey(MARKER);
        assertThat(outputs.standing())
                .allSatisfy(
                        object ->
                                assertThat(store.objects.get(path(object.key())).bytes())
                                        .isEqualTo(object.bytes()));
    }

    @Test
    void document_printedTwice_isPutOnce() {
        // Given
        press.run(print("A title", true));
        int before = store.requests.size();

        // When
        press().run(print("A title", false));

        // Then
        assertThat(requests("PUT", before)).isEmpty();
    }

    @Test
    void document_saidToBeNewThatIsThere_isPutWhereItDiffers() {
        // Given
        press.run(print("A title", true));
        byte[] old = store.objects.get(PAGE).bytes();

        // When
        press().run(print("Another title", true));

        // Then
        assertThat(store.objects.get(PAGE).bytes()).isNotEqualTo(old);
    }

    @Test
    void document_thatComesBack_losesItsMarkerBeforeItsPageIsPut() {
        // Given
        press.run(remove(true));
        int before = store.requests.size();

        // When
        press.run(print("A title", false));

        // Then
        assertThat(store.requests.stream().skip(before))
                .containsSubsequence("DELETE " + MARKER, "PUT " + PAGE);
        assertThat(store.objects).containsKeys(PAGE, JSON).doesNotContainKey(MARKER);
    }

    @Test
    void removal_forGood_leavesAMarkerAndNothingElse() {
        // Given
        press.run(print("A title", true));

        // When
        Press.Outputs outputs = press.run(remove(true));

        // Then
        assertThat(store.objects).containsKey(MARKER).doesNotContainKeys(PAGE, JSON);
        assertThat(outputs.standing()).isEmpty();
        assertThat(outputs.removed())
                .containsExactly(ObjectKeys.page(FOLDER), ObjectKeys.json(FOLDER));
    }

    @Test
    void removal_forNow_leavesNothing() {
        // Given
        press.run(print("A title", true));

        // When
        press.run(remove(false));

        // Then
        assertThat(store.objects).doesNotContainKeys(PAGE, JSON, MARKER);
    }

    @Test
    void removal_forGood_putsItsMarkerBeforeThePageGoes() {
        // Given
        press.run(print("A title", true));
        int before = store.requests.size();

        // When
        press.run(remove(true));

        // Then
        assertThat(store.requests.stream().skip(before))
                .containsSubsequence("PUT " + MARKER, "DELETE " + PAGE);
    }

    @Test
    void document_thatMoves_leadsOnAndHasNoTextOfItsOwn() {
        // Given
        press.run(print("A title", true));
        AtUri other = AtUri.parse(Samples.uri("3mf42slbt3g55"));

        // When
        press.run(new PrintJob.MoveDocument(URI, other));

        // Then
        assertThat(store.objects).doesNotContainKeys(JSON, MARKER);
        assertThat(store.objects.get(PAGE).headers().get("X-amz-meta-location"))
                .containsExactly(ObjectKeys.document(other));
    }

    @Test
    void store_thatTakesNothing_failsTheJob() {
        // Given
        press.run(print("A title", true));

        // When
        store.failing = PAGE::equals;

        // Then
        assertThatExceptionOfType(InfrastructureException.class)
                .isThrownBy(() -> press.run(print("Another title", false)));
    }

    @Test
    void store_thatFailedAtAPage_isAskedForItAgain() {
        // Given
        press.run(print("A title", true));
        byte[] old = store.objects.get(PAGE).bytes();
        store.failing = PAGE::equals;
        assertThatExceptionOfType(InfrastructureException.class)
                .isThrownBy(() -> press.run(print("Another title", false)));

        // When
        store.failing = path -> false;
        press.run(print("Another title", false));

        // Then
        assertThat(store.objects.get(PAGE).bytes()).isNotEqualTo(old);
    }
}
