package dev.pressline.testing.manifests;

import static dev.pressline.testing.manifests.Rule.ofWorkloads;
import static dev.pressline.testing.manifests.Rule.unless;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.RollingUpdateDeployment;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.openshift.api.model.monitoring.v1.PodMonitor;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What must hold where pods come, go and are found. */
final class RolloutRules {

    private static final Pattern NAME =
            Pattern.compile("[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*");
    private static final Pattern HASHED = Pattern.compile(".+-[a-z0-9]{10}");
    private static final String ENFORCE = "pod-security.kubernetes.io/enforce";

    /** All of them. */
    static final List<Rule> ALL =
            List.of(
                    ofWorkloads("own-selector", RolloutRules::ownSelector),
                    new Rule("selectors", RolloutRules::selectors),
                    new Rule("ports", RolloutRules::ports),
                    new Rule("rolling", RolloutRules::rolling),
                    new Rule("disruption", RolloutRules::disruption),
                    ofWorkloads("drain", RolloutRules::drain),
                    new Rule("roll-on-settings", RolloutRules::rollOnSettings),
                    new Rule("names", RolloutRules::names),
                    new Rule("namespace", RolloutRules::namespace));

    private RolloutRules() {}

    private static Stream<String> ownSelector(Workload workload) {
        return unless(
                workload.selector()
                        .map(
                                it ->
                                        !it.getMatchLabels().isEmpty()
                                                && Selectors.matches(it, workload.labels()))
                        .orElse(true),
                "does not find its own pods");
    }

    private static Stream<String> selectors(Manifests all) {
        return Stream.of(
                        all.all(PodDisruptionBudget.class)
                                .map(it -> Map.entry(it, it.getSpec().getSelector())),
                        all.all(PodMonitor.class)
                                .map(it -> Map.entry(it, it.getSpec().getSelector())),
                        all.all(NetworkPolicy.class)
                                .map(it -> Map.entry(it, it.getSpec().getPodSelector())),
                        all.all(Service.class).map(it -> Map.entry(it, selector(it))))
                .flatMap(each -> each)
                .filter(
                        each ->
                                all.workloads().stream()
                                        .map(Workload::labels)
                                        .noneMatch(
                                                labels ->
                                                        Selectors.matches(each.getValue(), labels)))
                .map(each -> Manifests.id(each.getKey()) + " selects nothing");
    }

    /**
     * A port that an object sends others to.
     *
     * @param port its name or number
     */
    private record Way(HasMetadata from, LabelSelector to, Object port) {

        boolean leads(Workload workload) {
            return !Selectors.matches(to, workload.labels())
                    || workload.ports().containsKey(port)
                    || workload.ports().containsValue(port);
        }
    }

    private static Stream<String> ports(Manifests all) {
        return Stream.of(
                        all.all(Service.class).flatMap(RolloutRules::ways),
                        all.all(PodMonitor.class).flatMap(RolloutRules::ways),
                        all.all(NetworkPolicy.class).flatMap(RolloutRules::ways))
                .flatMap(each -> each)
                .filter(way -> !all.workloads().stream().allMatch(way::leads))
                .map(way -> Manifests.id(way.from()) + ": nobody has port " + way.port());
    }

    private static Stream<Way> ways(Service it) {
        return it.getSpec().getPorts().stream()
                .map(port -> new Way(it, selector(it), port.getTargetPort().getStrVal()));
    }

    private static Stream<Way> ways(PodMonitor it) {
        return it.getSpec().getPodMetricsEndpoints().stream()
                .map(end -> new Way(it, it.getSpec().getSelector(), end.getPort()));
    }

    private static Stream<Way> ways(NetworkPolicy it) {
        return it.getSpec().getIngress().stream()
                .flatMap(rule -> rule.getPorts().stream())
                .map(port -> port.getPort().getIntVal())
                .map(port -> new Way(it, it.getSpec().getPodSelector(), port));
    }

    private static LabelSelector selector(Service it) {
        return new LabelSelector(List.of(), it.getSpec().getSelector());
    }

    private static Stream<String> rolling(Manifests all) {
        return all.all(Deployment.class)
                .filter(
                        it -> {
                            RollingUpdateDeployment rolling =
                                    it.getSpec().getStrategy().getRollingUpdate();
                            return rolling == null
                                    || !Objects.equals(rolling.getMaxSurge().getIntVal(), 1)
                                    || !Objects.equals(rolling.getMaxUnavailable().getIntVal(), 0);
                        })
                .map(it -> Manifests.id(it) + " is fewer while it rolls");
    }

    private static Stream<String> disruption(Manifests all) {
        return all.workloads().stream()
                .filter(Workload::lasts)
                .filter(
                        each ->
                                all.all(PodDisruptionBudget.class)
                                                .filter(
                                                        it ->
                                                                Selectors.matches(
                                                                        it.getSpec().getSelector(),
                                                                        each.labels()))
                                                .filter(RolloutRules::letsNodesDrain)
                                                .count()
                                        != 1)
                .map(each -> each.id() + " has not one budget that lets nodes drain");
    }

    private static boolean letsNodesDrain(PodDisruptionBudget budget) {
        return "AlwaysAllow".equals(budget.getSpec().getUnhealthyPodEvictionPolicy())
                && budget.getSpec().getMaxUnavailable() != null
                && Objects.equals(budget.getSpec().getMaxUnavailable().getIntVal(), 1);
    }

    /** The end comes after the pause and what the service takes to finish. */
    private static Stream<String> drain(Workload workload) {
        if (workload.service().isEmpty()) {
            return Stream.empty();
        }
        var lifecycle = workload.container().getLifecycle();
        boolean pauses =
                lifecycle != null
                        && lifecycle.getPreStop() != null
                        && lifecycle.getPreStop().getSleep() != null;
        long pause = pauses ? lifecycle.getPreStop().getSleep().getSeconds() : 0;
        Long grace = workload.pod().getTerminationGracePeriodSeconds();
        long needed = pause + shutdownSeconds(workload.service().orElseThrow());
        return unless(
                pauses && grace != null && grace > needed,
                "is killed after " + grace + " s, and needs " + needed);
    }

    private static long shutdownSeconds(String service) {
        Properties properties = new Properties();
        try {
            properties.load(
                    new StringReader(
                            Deploy.read(
                                    Deploy.root()
                                            .resolve(service + "-service")
                                            .resolve(
                                                    "src/main/resources/application.properties"))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String timeout = properties.getProperty("quarkus.shutdown.timeout");
        return Long.parseLong(timeout.replace("s", ""));
    }

    private static Stream<String> rollOnSettings(Manifests all) {
        return all.workloads().stream()
                .filter(each -> each.service().isPresent())
                .filter(each -> !each.annotations().containsKey("checksum/settings"))
                .filter(
                        each ->
                                !each.container().getEnvFrom().stream()
                                        .filter(from -> from.getConfigMapRef() != null)
                                        .allMatch(
                                                from ->
                                                        HASHED.matcher(
                                                                        from.getConfigMapRef()
                                                                                .getName())
                                                                .matches()))
                .map(each -> each.id() + " does not notice when its settings change");
    }

    private static Stream<String> names(Manifests all) {
        Stream<String> objects = all.objects().stream().map(it -> it.getMetadata().getName());
        Stream<String> keys =
                all.all(ConfigMap.class)
                        .flatMap(it -> it.getData().keySet().stream())
                        .filter(key -> !key.matches("[-._a-zA-Z0-9]+"));
        return Stream.concat(
                objects.filter(name -> name.length() > 63 || !NAME.matcher(name).matches()), keys);
    }

    private static Stream<String> namespace(Manifests all) {
        return all.all(Namespace.class)
                .filter(
                        it ->
                                it.getMetadata().getLabels() == null
                                        || !"restricted"
                                                .equals(it.getMetadata().getLabels().get(ENFORCE)))
                .map(it -> Manifests.id(it) + " lets in whoever asks for more");
    }
}
