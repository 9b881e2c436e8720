package dev.pressline.render.press;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class BatchTest {

    private long offset;

    private ConsumerRecord<String, byte[]> job(String key, String type) {
        byte[] json = ("{\"type\":\"" + type + "\"}").getBytes(StandardCharsets.UTF_8);
        return new ConsumerRecord<>("jobs", 0, offset++, key, json);
    }

    @Test
    void jobs_ofSeveralPhases_arePagesFirstThenTheOthersInOrder() {
        // Given
        var removal = job("gone", "remove-document");
        var channel = job("front", "print-channel");
        var page = job("page", "print-document");
        var archive = job("archive", "print-archive");

        // When
        Batch batch = Batch.of(List.of(removal, channel, page, archive));

        // Then
        assertThat(batch.pages()).containsExactly(page);
        assertThat(batch.later())
                .containsExactly(List.of(archive), List.of(channel), List.of(removal));
        assertThat(batch.laterKeys()).containsExactlyInAnyOrder("archive", "front", "gone");
        assertThat(batch.superseded()).isEmpty();
    }

    @Test
    void jobs_ofOneKey_areSupersededByTheLast() {
        // Given
        var printed = job("a", "print-document");
        var removed = job("a", "remove-document");

        // When
        Batch batch = Batch.of(List.of(printed, removed));

        // Then
        assertThat(batch.pages()).isEmpty();
        assertThat(batch.later()).containsExactly(List.of(removed));
        assertThat(batch.superseded()).containsExactly(printed);
    }

    @Test
    void hasPageOf_keys_asksForPagesAlone() {
        Batch batch =
                Batch.of(List.of(job("page", "print-document"), job("front", "print-channel")));

        assertThat(batch.hasPageOf(Set.of("page", "other"))).isTrue();
        assertThat(batch.hasPageOf(Set.of("front"))).isFalse();
    }

    @Test
    void jobs_withoutAValue_areNone() {
        Batch batch = Batch.of(List.of(new ConsumerRecord<>("jobs", 0, 0, "a", null)));

        assertThat(batch.phases()).isEmpty();
    }
}
