package dev.pressline.kit.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.pressline.kit.failure.InfrastructureException;
import dev.pressline.kit.watch.GroupView.Look;
import dev.pressline.kit.watch.GroupView.Stretch;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class GroupProgressTest {

    private static final Instant NOW = Instant.parse("2026-06-15T12:00:00Z");
    private static final TopicPartition ONE = new TopicPartition("topic", 1);
    private static final TopicPartition TWO = new TopicPartition("topic", 2);

    private final Brokers brokers = new Brokers();
    private final GroupProgress progress = new GroupProgress(brokers);

    /** What the brokers would say. */
    private static final class Brokers implements GroupView {

        private final Map<TopicPartition, Stretch> stretches = new HashMap<>();
        private final Map<TopicPartition, Instant> records = new HashMap<>();
        private final Set<TopicPartition> assigned = new HashSet<>();
        private boolean isDown;
        private int reads;

        @Override
        public Look look() {
            if (isDown) {
                throw new InfrastructureException("nobody answers", new IllegalStateException());
            }
            return new Look(Map.copyOf(stretches), Set.copyOf(assigned));
        }

        @Override
        public Map<TopicPartition, Optional<Instant>> oldest(Map<TopicPartition, Stretch> asked) {
            reads += asked.size();
            Map<TopicPartition, Optional<Instant>> answers = new HashMap<>();
            asked.keySet().forEach(p -> answers.put(p, Optional.ofNullable(records.get(p))));
            return answers;
        }
    }

    private void accepted(TopicPartition partition, Duration before) {
        brokers.records.put(partition, NOW.minus(before));
    }

    @Test
    void age_beforeAnybodyLooked_isNone() {
        assertThat(progress.age(NOW)).isZero();
        assertThat(progress.unassigned()).isZero();
    }

    @Test
    void age_ofWhatWasLeftAtTheFirstLook_isThatOfTheOldest() {
        // Given
        brokers.stretches.put(ONE, new Stretch(3, 5));
        brokers.stretches.put(TWO, new Stretch(0, 5));
        accepted(ONE, Duration.ofMinutes(2));
        accepted(TWO, Duration.ofMinutes(7));

        // When
        progress.look();

        // Then
        assertThat(progress.age(NOW)).hasMinutes(7);
    }

    @Test
    void age_ofWhatCameSinceTheLastLook_isNotLookedUp() {
        // Given
        brokers.stretches.put(ONE, new Stretch(5, 5));
        progress.look();

        // When
        brokers.stretches.put(ONE, new Stretch(5, 9));
        accepted(ONE, Duration.ofSeconds(3));
        progress.look();

        // Then
        assertThat(progress.age(NOW)).isZero();
        assertThat(brokers.reads).isZero();
    }

    @Test
    void age_ofWhatIsStillLeftAtTheNextLook_growsFromThenOn() {
        // Given
        brokers.stretches.put(ONE, new Stretch(5, 9));
        accepted(ONE, Duration.ofSeconds(3));
        progress.look();

        // When
        brokers.isDown = true;
        assertThatExceptionOfType(InfrastructureException.class).isThrownBy(progress::look);

        // Then
        assertThat(progress.age(NOW.plusSeconds(60))).hasSeconds(63);
    }

    @Test
    void age_whenEverythingIsDone_isNoneAgain() {
        // Given
        brokers.stretches.put(ONE, new Stretch(5, 9));
        accepted(ONE, Duration.ofSeconds(30));
        progress.look();

        // When
        brokers.stretches.put(ONE, new Stretch(9, 9));
        progress.look();

        // Then
        assertThat(progress.age(NOW)).isZero();
    }

    @Test
    void marksOfTransactions_leftForEver_areReadOnceAndAreNoRecords() {
        // Given
        brokers.stretches.put(ONE, new Stretch(8, 9));

        // When
        progress.look();
        progress.look();
        progress.look();

        // Then
        assertThat(progress.age(NOW)).isZero();
        assertThat(brokers.reads).isEqualTo(1);
    }

    @Test
    void unassigned_partitionsThatNobodyHas_areCounted() {
        // Given
        brokers.stretches.put(ONE, new Stretch(0, 0));
        brokers.stretches.put(TWO, new Stretch(0, 0));
        brokers.assigned.add(TWO);

        // When
        progress.look();

        // Then
        assertThat(progress.unassigned()).isEqualTo(1);
    }
}
