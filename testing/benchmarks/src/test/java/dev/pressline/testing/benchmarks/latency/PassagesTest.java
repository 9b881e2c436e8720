package dev.pressline.testing.benchmarks.latency;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pressline.contract.event.Topics;
import dev.pressline.contract.identifier.AtUri;
import dev.pressline.contract.output.ObjectKeys;
import dev.pressline.testing.benchmarks.corpus.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PassagesTest {

    private static final Row ROW = Row.documents(42, 0, 1).getFirst();
    private static final AtUri URI = AtUri.parse(ROW.uri());
    private static final String FOLDER = ObjectKeys.document(URI);
    private static final String FEED = ObjectKeys.atom(ObjectKeys.author(URI.did()));

    private final List<String> read = new ArrayList<>();
    private String feed = "<feed></feed>";
    private final Passages passages = new Passages(this::get);

    private byte[] get(String key) {
        read.add(key);
        return feed.getBytes(UTF_8);
    }

    @BeforeEach
    void begin() {
        passages.begin(ROW, System.currentTimeMillis());
    }

    private void hear(String topic, String key) {
        passages.heard(new ConsumerRecord<>(topic, 0, 0, key, new byte[0]));
    }

    private List<Long> counts() {
        return Stream.of(Milestone.values())
                .map(milestone -> passages.times(milestone).getTotalCount())
                .toList();
    }

    @Test
    void document_heardOfTwiceAtEachStep_isCountedOnce() {
        // When
        passages.reached(Milestone.ACCEPTED, ROW.uri());
        for (int i = 0; i < 2; i++) {
            hear(Topics.NORMALIZED, ROW.uri());
            hear(Topics.JOBS, FOLDER);
            hear(Topics.RENDERED, ObjectKeys.page(FOLDER));
        }

        // Then
        assertThat(counts()).containsExactly(1L, 1L, 1L, 1L, 0L);
    }

    @Test
    void feed_isCountedWhenItHoldsTheDocumentAndThenReadNoMore() {
        // Given
        hear(Topics.RENDERED, FEED);
        assertThat(counts()).containsOnly(0L);

        // When
        feed = "<feed><entry><id>tag:x:" + URI.rkey().value() + "</id></entry></feed>";
        hear(Topics.RENDERED, FEED);
        hear(Topics.RENDERED, FEED);

        // Then
        assertThat(passages.times(Milestone.FEED).getTotalCount()).isOne();
        assertThat(read).containsExactly(FEED, FEED);
    }

    @Test
    void document_thatWasNotHandedIn_isNotCounted() {
        hear(Topics.NORMALIZED, "at://did:plc:ewvi7nxzyoun6zhxrhs64oiz/site.standard.document/3m");

        assertThat(counts()).containsOnly(0L);
    }
}
