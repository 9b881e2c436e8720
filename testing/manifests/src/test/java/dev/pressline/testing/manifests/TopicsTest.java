package dev.pressline.testing.manifests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pressline.contract.event.Topics;
import dev.pressline.local.embedded.TopicSetup;
import io.strimzi.api.kafka.model.topic.KafkaTopic;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Whether topics on Kubernetes have the settings that they have elsewhere. */
class TopicsTest {

    @Test
    void topics_declared_haveTheSettingsThatSetupGivesThem() {
        Manifests all = Manifests.read(Chart.of("small").lastingText());
        assertThat(all.all(KafkaTopic.class))
                .isNotEmpty()
                .allSatisfy(
                        topic ->
                                assertThat(settings(topic))
                                        .as(Manifests.id(topic))
                                        .isEqualTo(expected(topic.getMetadata().getName())))
                .allSatisfy(
                        topic -> {
                            assertThat(topic.getSpec().getPartitions())
                                    .isEqualTo(Topics.DEFAULT_PARTITIONS);
                            assertThat(Optional.ofNullable(topic.getSpec().getReplicas()))
                                    .as("what the brokers give")
                                    .isEmpty();
                        });
    }

    private static Map<String, String> settings(KafkaTopic topic) {
        return topic.getSpec().getConfig().entrySet().stream()
                .collect(
                        Collectors.toMap(
                                Map.Entry::getKey, each -> String.valueOf(each.getValue())));
    }

    private static Map<String, String> expected(String topic) {
        return topic.endsWith(".dlq") ? TopicSetup.deadLetters() : TopicSetup.compacted();
    }
}
