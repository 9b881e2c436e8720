package dev.pressline.testing.manifests;

import static dev.pressline.testing.manifests.Rule.unless;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pressline.kit.config.ServiceSettings;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.rbac.Role;
import io.strimzi.api.kafka.model.user.KafkaUser;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.admin.AdminClientConfig;

/** What must hold of names of other objects, of settings and of secrets. */
final class ReferenceRules {

    /** What whoever installs makes by hand, with its keys; the READMEs say how. */
    static final Map<String, Set<String>> GIVEN =
            Map.of(
                    "pressline-store",
                    Set.of("access-key", "secret-key"),
                    "pressline-push",
                    Set.of("PRESSLINE_INGEST_PUSH_TOKEN"));

    /** What Strimzi puts into the Secret of a user who comes in by a password. */
    private static final Set<String> OF_A_USER = Set.of("password", "sasl.jaas.config");

    private static final Pattern SECRET =
            Pattern.compile(".*(SECRET|PASSWORD|TOKEN|JAAS|ACCESS_KEY|_KEY$).*");

    /** What a Java runtime reads, whatever runs on it. */
    private static final String JAVA = "JAVA_TOOL_OPTIONS";

    /** All of them. */
    static final List<Rule> ALL =
            List.of(
                    new Rule("references", ReferenceRules::references),
                    new Rule("secret-keys", ReferenceRules::secretKeys),
                    new Rule("no-literal-secret", ReferenceRules::literalSecrets),
                    new Rule("settings", ReferenceRules::settings),
                    new Rule("no-wildcard", ReferenceRules::wildcards));

    private ReferenceRules() {}

    /** Secrets by name, with their keys. */
    private static Map<String, Set<String>> secrets(Manifests all) {
        Map<String, Set<String>> secrets = new HashMap<>(GIVEN);
        all.all(KafkaUser.class).forEach(it -> secrets.put(it.getMetadata().getName(), OF_A_USER));
        all.cluster()
                .ifPresent(
                        it ->
                                secrets.put(
                                        it.getMetadata().getName() + "-cluster-ca-cert",
                                        Set.of("ca.crt")));
        return secrets;
    }

    private static Stream<String> references(Manifests all) {
        Set<String> maps = Set.copyOf(all.names("ConfigMap"));
        Set<String> accounts = Set.copyOf(all.names("ServiceAccount"));
        return all.trees().entrySet().stream()
                .flatMap(
                        each ->
                                Stream.of(
                                                missing(each, "configMapRef", maps),
                                                missing(each, "configMapKeyRef", maps),
                                                missing(each, "configMapTargetRef", maps),
                                                missing(each, "secretRef", secrets(all).keySet()),
                                                missing(each, "serviceAccountName", accounts))
                                        .flatMap(fault -> fault));
    }

    private static Stream<String> missing(
            Map.Entry<String, JsonNode> object, String field, Set<String> known) {
        return object.getValue().findValues(field).stream()
                .flatMap(
                        found ->
                                found.isArray()
                                        ? StreamSupport.stream(found.spliterator(), false)
                                        : Stream.of(found))
                .map(found -> found.isTextual() ? found.asText() : found.path("name").asText())
                .filter(name -> !known.contains(name))
                .map(name -> object.getKey() + ": no " + field + ' ' + name);
    }

    private static Stream<String> secretKeys(Manifests all) {
        Map<String, Set<String>> secrets = secrets(all);
        return all.trees().entrySet().stream()
                .flatMap(
                        each ->
                                wanted(each.getValue())
                                        .filter(
                                                key ->
                                                        !secrets.getOrDefault(
                                                                        key.getKey(), Set.of())
                                                                .contains(key.getValue()))
                                        .map(key -> each.getKey() + ": no Secret with " + key));
    }

    /** The names and keys of Secrets that an object names. */
    private static Stream<Map.Entry<String, String>> wanted(JsonNode object) {
        Stream<Map.Entry<String, String>> variables =
                object.findValues("secretKeyRef").stream()
                        .map(it -> Map.entry(it.path("name").asText(), it.path("key").asText()));
        Stream<Map.Entry<String, String>> triggers =
                object.findValues("secretTargetRef").stream()
                        .flatMap(list -> StreamSupport.stream(list.spliterator(), false))
                        .map(it -> Map.entry(it.path("name").asText(), it.path("key").asText()));
        Stream<Map.Entry<String, String>> files =
                object.findValues("secret").stream()
                        .flatMap(
                                it ->
                                        it.findValuesAsText("key").stream()
                                                .map(
                                                        key ->
                                                                Map.entry(
                                                                        it.path("secretName")
                                                                                .asText(),
                                                                        key)));
        return Stream.of(variables, triggers, files).flatMap(each -> each);
    }

    private static Stream<String> literalSecrets(Manifests all) {
        Stream<String> secrets = all.all(Secret.class).map(Manifests::id);
        Stream<String> maps =
                all.all(ConfigMap.class)
                        .flatMap(
                                map ->
                                        map.getData().keySet().stream()
                                                .filter(key -> isSecret(key))
                                                .map(key -> Manifests.id(map) + ": " + key));
        Stream<String> variables =
                all.workloads().stream()
                        .flatMap(
                                each ->
                                        each.container().getEnv().stream()
                                                .filter(it -> it.getValue() != null)
                                                .map(EnvVar::getName)
                                                .filter(ReferenceRules::isSecret)
                                                .map(name -> each.id() + ": " + name));
        return Stream.of(secrets, maps, variables).flatMap(each -> each);
    }

    private static boolean isSecret(String name) {
        return SECRET.matcher(name.toUpperCase(Locale.ROOT)).matches();
    }

    /** What a service gets it reads, or Kafka's clients do, or Java. */
    private static Stream<String> settings(Manifests all) {
        Set<String> kafka =
                AdminClientConfig.configNames().stream()
                        .map(name -> "KAFKA_" + name.replace('.', '_').toUpperCase(Locale.ROOT))
                        .collect(Collectors.toSet());
        return all.workloads().stream()
                .filter(each -> each.service().isPresent())
                .flatMap(
                        each -> {
                            ServiceSettings own = Packaged.settings(each.service().orElseThrow());
                            return variables(each, all)
                                    .filter(name -> !name.equals(JAVA) && !kafka.contains(name))
                                    .filter(name -> !own.know(name))
                                    .map(name -> each.id() + " does not know " + name);
                        });
    }

    private static Stream<String> variables(Workload workload, Manifests all) {
        Set<String> maps =
                workload.container().getEnvFrom().stream()
                        .filter(from -> from.getConfigMapRef() != null)
                        .map(from -> from.getConfigMapRef().getName())
                        .collect(Collectors.toSet());
        return Stream.concat(
                workload.container().getEnv().stream().map(EnvVar::getName),
                all.all(ConfigMap.class)
                        .filter(map -> maps.contains(map.getMetadata().getName()))
                        .flatMap(map -> map.getData().keySet().stream()));
    }

    private static Stream<String> wildcards(Manifests all) {
        Stream<String> roles =
                all.all(Role.class)
                        .filter(
                                role ->
                                        role.getRules().stream()
                                                .anyMatch(
                                                        rule ->
                                                                rule.getVerbs().contains("*")
                                                                        || rule.getResources()
                                                                                .contains("*")
                                                                        || rule.getApiGroups()
                                                                                .contains("*")))
                        .map(Manifests::id);
        Stream<String> users =
                all.all("KafkaUser")
                        .flatMap(
                                user ->
                                        StreamSupport.stream(
                                                        user.at("/spec/authorization/acls")
                                                                .spliterator(),
                                                        false)
                                                .flatMap(
                                                        acl ->
                                                                unless(
                                                                        !everything(acl),
                                                                        Manifests.id(user)
                                                                                + " may do"
                                                                                + " everything: "
                                                                                + acl)));
        return Stream.concat(roles, users);
    }

    private static boolean everything(JsonNode acl) {
        return acl.at("/resource/name").asText().matches("\\*?|.{0,3}")
                || acl.at("/resource/type").asText().equals("cluster")
                || acl.path("operations").toString().contains("\"All\"");
    }
}
