package dev.pressline.testing.manifests;

import static dev.pressline.testing.manifests.Rule.unless;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pressline.contract.event.Generation;
import dev.pressline.contract.event.Topics;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.strimzi.api.kafka.model.kafka.Kafka;
import io.strimzi.api.kafka.model.kafka.KafkaClusterSpec;
import io.strimzi.api.kafka.model.nodepool.KafkaNodePool;
import io.strimzi.api.kafka.model.nodepool.ProcessRoles;
import io.strimzi.api.kafka.model.topic.KafkaTopic;
import io.strimzi.api.kafka.model.user.KafkaUser;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What must hold of brokers, topics and users. */
final class KafkaRules {

    private static final String LABEL = "strimzi.io/cluster";
    private static final String JAAS = "KAFKA_SASL_JAAS_CONFIG";

    /** All of them. */
    static final List<Rule> ALL =
            List.of(
                    new Rule("in-sync", KafkaRules::inSync),
                    new Rule("listeners", KafkaRules::listeners),
                    new Rule("broker-security", KafkaRules::brokerSecurity),
                    new Rule("cluster-label", KafkaRules::clusterLabel),
                    new Rule("acl-exists", KafkaRules::aclExists),
                    new Rule("own-user", KafkaRules::ownUser));

    private KafkaRules() {}

    private static int number(KafkaClusterSpec cluster, String key) {
        return cluster.getConfig().get(key) instanceof Integer it ? it : 0;
    }

    /** Of several brokers one may be gone, and what was acknowledged is on the others. */
    private static Stream<String> inSync(Manifests all) {
        return all.cluster().stream()
                .flatMap(
                        kafka -> {
                            KafkaClusterSpec it = kafka.getSpec().getKafka();
                            int brokers = brokers(all);
                            int copies = number(it, "default.replication.factor");
                            int transactions =
                                    number(it, "transaction.state.log.replication.factor");
                            return Stream.of(
                                            unless(
                                                    copies == Math.min(3, brokers),
                                                    copies + " copies on " + brokers),
                                            below(number(it, "min.insync.replicas"), copies),
                                            below(
                                                    number(it, "transaction.state.log.min.isr"),
                                                    transactions),
                                            unless(
                                                    transactions == copies
                                                            && number(
                                                                            it,
                                                                            "offsets.topic.replication.factor")
                                                                    == copies,
                                                    "fewer copies of offsets or transactions"))
                                    .flatMap(each -> each);
                        });
    }

    private static Stream<String> below(int inSync, int copies) {
        return unless(
                inSync == Math.max(1, copies - 1), inSync + " of " + copies + " must be in sync");
    }

    private static int brokers(Manifests all) {
        return all.all(KafkaNodePool.class)
                .filter(it -> it.getSpec().getRoles().contains(ProcessRoles.BROKER))
                .mapToInt(it -> it.getSpec().getReplicas())
                .sum();
    }

    private static Stream<String> listeners(Manifests all) {
        return all.cluster().stream()
                .map(Kafka::getSpec)
                .map(spec -> spec.getKafka())
                .flatMap(
                        it ->
                                unless(
                                        it.getListeners().stream()
                                                        .allMatch(
                                                                each ->
                                                                        each.isTls()
                                                                                && each.getAuth()
                                                                                        != null
                                                                                && each
                                                                                                .getNetworkPolicyPeers()
                                                                                        != null)
                                                && it.getAuthorization() != null
                                                && Boolean.FALSE.equals(
                                                        it.getConfig()
                                                                .get("auto.create.topics.enable")),
                                        "brokers let in, or make topics for, who should not"));
    }

    private static Stream<String> brokerSecurity(Manifests all) {
        Stream<String> nodes =
                all.all("KafkaNodePool")
                        .filter(
                                it ->
                                        !isConfined(
                                                it.at("/spec/template/pod"),
                                                it.at("/spec/template/kafkaContainer")))
                        .map(Manifests::id);
        Stream<String> operators =
                all.all("Kafka")
                        .map(it -> it.at("/spec/entityOperator/template"))
                        .filter(
                                it ->
                                        !isConfined(
                                                        it.path("pod"),
                                                        it.path("topicOperatorContainer"))
                                                || !isConfined(
                                                        it.path("pod"),
                                                        it.path("userOperatorContainer")))
                        .map(it -> "the operators of topics and users");
        return Stream.concat(nodes, operators)
                .map(who -> who + " may more than a restricted namespace allows");
    }

    private static boolean isConfined(JsonNode pod, JsonNode container) {
        JsonNode context = container.path("securityContext");
        return pod.at("/securityContext/runAsNonRoot").asBoolean()
                && pod.at("/securityContext/seccompProfile/type").asText().equals("RuntimeDefault")
                && !context.path("allowPrivilegeEscalation").asBoolean(true)
                && context.at("/capabilities/drop/0").asText().equals("ALL");
    }

    private static Stream<String> clusterLabel(Manifests all) {
        Set<String> clusters = Set.copyOf(all.names("Kafka"));
        Stream<HasMetadata> owned =
                all.objects().stream()
                        .filter(
                                it ->
                                        it instanceof KafkaTopic
                                                || it instanceof KafkaUser
                                                || it instanceof KafkaNodePool);
        return clusters.isEmpty()
                ? Stream.empty()
                : owned.filter(it -> !clusters.contains(it.getMetadata().getLabels().get(LABEL)))
                        .map(it -> Manifests.id(it) + " belongs to no cluster");
    }

    /** The consumer groups of the generations that there are topics of, and ingest's. */
    static Set<String> groups(Manifests all) {
        Set<String> generations =
                all.names("KafkaTopic").stream()
                        .filter(topic -> topic.startsWith(Topics.FEEDS))
                        .map(topic -> topic.substring(Topics.FEEDS.length()).replace(".", ""))
                        .map(name -> name.isEmpty() ? "first" : name)
                        .collect(Collectors.toSet());
        return Stream.concat(
                        Stream.of("ingest"),
                        generations.stream()
                                .map(Generation::parse)
                                .flatMap(each -> each.groups().stream()))
                .collect(Collectors.toSet());
    }

    private static Stream<String> aclExists(Manifests all) {
        return all.all("KafkaUser")
                .flatMap(
                        user ->
                                StreamSupport.stream(
                                                user.at("/spec/authorization/acls").spliterator(),
                                                false)
                                        .map(acl -> acl.path("resource"))
                                        .filter(resource -> !exists(resource, all))
                                        .map(resource -> Manifests.id(user) + ": no " + resource));
    }

    /** The index makes topics and transactions that begin like its group. */
    private static boolean exists(JsonNode resource, Manifests all) {
        String name = resource.path("name").asText();
        boolean literal = resource.path("patternType").asText("literal").equals("literal");
        Stream<String> topics =
                Stream.of(
                                all.names("KafkaTopic").stream(),
                                Topics.COMPACTED.stream(),
                                Topics.DEAD_LETTERS.stream())
                        .flatMap(each -> each);
        Stream<String> own = groups(all).stream().map(group -> group + '-');
        return switch (resource.path("type").asText()) {
            case "topic" ->
                    literal
                            ? topics.anyMatch(name::equals)
                            : Stream.concat(topics, own).anyMatch(each -> each.startsWith(name));
            case "group" ->
                    groups(all).stream()
                            .anyMatch(each -> literal ? each.equals(name) : each.startsWith(name));
            case "transactionalId" -> !literal && own.anyMatch(name::equals);
            default -> false;
        };
    }

    /** Each service comes in as itself. */
    private static Stream<String> ownUser(Manifests all) {
        return all.workloads().stream()
                .filter(each -> each.service().isPresent())
                .filter(
                        each ->
                                each.container().getEnv().stream()
                                        .filter(it -> it.getName().equals(JAAS))
                                        .map(EnvVar::getValueFrom)
                                        .filter(Objects::nonNull)
                                        .noneMatch(
                                                it ->
                                                        it.getSecretKeyRef()
                                                                .getName()
                                                                .equals(
                                                                        each.id()
                                                                                .replaceFirst(
                                                                                        ".*/",
                                                                                        ""))))
                .map(each -> each.id() + " comes in as somebody else");
    }
}
