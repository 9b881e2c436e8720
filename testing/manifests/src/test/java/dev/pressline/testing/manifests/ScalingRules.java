package dev.pressline.testing.manifests;

import static dev.pressline.testing.manifests.Rule.unless;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pressline.contract.event.Topics;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What must hold of what scales by lag and age. */
final class ScalingRules {

    private static final Pattern METRIC = Pattern.compile("pressline_[a-z_]+");

    /** All of them. */
    static final List<Rule> ALL =
            List.of(
                    new Rule("scaling", ScalingRules::scaling),
                    new Rule("scaling-access", ScalingRules::scalingAccess),
                    new Rule("scaling-metrics", ScalingRules::scalingMetrics),
                    new Rule("one-master", ScalingRules::oneMaster));

    private ScalingRules() {}

    private static Stream<String> scaling(Manifests all) {
        return all.all("ScaledObject")
                .flatMap(
                        it -> {
                            String id = target(it);
                            int least = it.at("/spec/minReplicaCount").asInt();
                            int most = it.at("/spec/maxReplicaCount").asInt();
                            return Stream.of(
                                            unless(all.workload(id).isPresent(), "no " + id),
                                            unless(
                                                    least >= 1
                                                            && least <= most
                                                            && most <= Topics.DEFAULT_PARTITIONS,
                                                    "from " + least + " to " + most),
                                            unless(
                                                    it.at("/spec/cooldownPeriod").asInt() >= 300
                                                            && it.at(
                                                                                    "/spec/advanced/horizontalPodAutoscalerConfig/behavior/scaleDown/stabilizationWindowSeconds")
                                                                            .asInt()
                                                                    >= 300,
                                                    "goes up and down"))
                                    .flatMap(each -> each)
                                    .map(fault -> Manifests.id(it) + ": " + fault);
                        });
    }

    private static String target(JsonNode scaler) {
        JsonNode target = scaler.at("/spec/scaleTargetRef");
        return target.path("kind").asText() + '/' + target.path("name").asText();
    }

    private static Stream<String> scalingAccess(Manifests all) {
        Set<String> known = KafkaRules.groups(all);
        List<String> topics = all.names("KafkaTopic");
        return all.all("ScaledObject")
                .flatMap(it -> StreamSupport.stream(it.at("/spec/triggers").spliterator(), false))
                .filter(trigger -> trigger.path("type").asText().equals("kafka"))
                .filter(
                        trigger ->
                                !known.contains(trigger.at("/metadata/consumerGroup").asText())
                                        || !topics.contains(trigger.at("/metadata/topic").asText())
                                        || !all.names("TriggerAuthentication")
                                                .contains(
                                                        trigger.at("/authenticationRef/name")
                                                                .asText()))
                .map(trigger -> "cannot ask for " + trigger);
    }

    /** What is asked of Prometheus alerts ask, too, whose metrics are held to running services. */
    private static Stream<String> scalingMetrics(Manifests all) {
        return all.all("ScaledObject")
                .flatMap(it -> it.findValuesAsText("query").stream())
                .flatMap(query -> METRIC.matcher(query).results().map(MatchResult::group))
                .filter(
                        metric ->
                                all.all("PrometheusRule")
                                        .noneMatch(it -> it.toString().contains(metric)))
                .map(metric -> "no alert knows " + metric);
    }

    /** Replicas are the business of the scaler or of the manifest. */
    private static Stream<String> oneMaster(Manifests all) {
        Set<String> scaled =
                all.all("ScaledObject").map(ScalingRules::target).collect(Collectors.toSet());
        return all.workloads().stream()
                .filter(each -> each.replicas().isPresent() == scaled.contains(each.id()))
                .map(each -> each.id() + " has no replicas, or two who say how many");
    }
}
