package dev.pressline.testing.manifests;

import static dev.pressline.testing.manifests.Rule.ofWorkloads;
import static dev.pressline.testing.manifests.Rule.unless;

import io.fabric8.kubernetes.api.model.Capabilities;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.PodSecurityContext;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.SecurityContext;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.TopologySpreadConstraint;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeMount;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What must hold of every pod. */
final class PodRules {

    private static final long USER = 10001;

    /** All of them. */
    static final List<Rule> ALL =
            List.of(
                    ofWorkloads("one-container", PodRules::oneContainer),
                    ofWorkloads("pod-security", PodRules::podSecurity),
                    ofWorkloads("user", PodRules::user),
                    ofWorkloads("read-only-root", PodRules::readOnlyRoot),
                    ofWorkloads("no-token", PodRules::noToken),
                    new Rule("no-account-token", PodRules::noAccountToken),
                    ofWorkloads("no-service-links", PodRules::noServiceLinks),
                    ofWorkloads("probes", PodRules::probes),
                    ofWorkloads("spread", PodRules::spread),
                    ofWorkloads("mounts", PodRules::mounts),
                    ofWorkloads("image", PodRules::image));

    private PodRules() {}

    private static boolean is(Boolean flag) {
        return Boolean.TRUE.equals(flag);
    }

    private static Stream<String> oneContainer(Workload workload) {
        PodSpec pod = workload.pod();
        return unless(
                pod.getContainers().size() == 1
                        && pod.getInitContainers().isEmpty()
                        && pod.getEphemeralContainers().isEmpty(),
                "more containers than the rules look at");
    }

    /** Pod Security, restricted. */
    private static Stream<String> podSecurity(Workload workload) {
        PodSpec pod = workload.pod();
        PodSecurityContext all = pod.getSecurityContext();
        return Stream.of(
                        unless(
                                !is(pod.getHostNetwork())
                                        && !is(pod.getHostPID())
                                        && !is(pod.getHostIPC()),
                                "shares namespaces of the host"),
                        unless(
                                all != null
                                        && is(all.getRunAsNonRoot())
                                        && all.getSeccompProfile() != null
                                        && "RuntimeDefault"
                                                .equals(all.getSeccompProfile().getType())
                                        && all.getSysctls().isEmpty(),
                                "may be root, or call what it likes"),
                        unless(
                                pod.getVolumes().stream().allMatch(PodRules::isHarmless),
                                "has a volume of the host"),
                        pod.getContainers().stream().flatMap(PodRules::restricted))
                .flatMap(each -> each);
    }

    private static boolean isHarmless(Volume volume) {
        return Stream.of(
                        volume.getEmptyDir(),
                        volume.getSecret(),
                        volume.getConfigMap(),
                        volume.getProjected(),
                        volume.getDownwardAPI(),
                        volume.getPersistentVolumeClaim())
                .anyMatch(Objects::nonNull);
    }

    private static Stream<String> restricted(Container container) {
        SecurityContext context = container.getSecurityContext();
        if (context == null) {
            return Stream.of("its container has no security context");
        }
        return Stream.of(
                        unless(
                                Boolean.FALSE.equals(context.getAllowPrivilegeEscalation())
                                        && !is(context.getPrivileged()),
                                "may gain privileges"),
                        unless(
                                !Boolean.FALSE.equals(context.getRunAsNonRoot())
                                        && context.getSeccompProfile() == null
                                        && context.getRunAsUser() == null,
                                "its container says otherwise than its pod"),
                        unless(
                                dropsAll(context.getCapabilities()),
                                "keeps capabilities, or has more"),
                        unless(
                                container.getPorts().stream()
                                        .allMatch(port -> port.getHostPort() == null),
                                "has a port of the host"))
                .flatMap(each -> each);
    }

    private static boolean dropsAll(Capabilities capabilities) {
        return capabilities != null
                && capabilities.getDrop().contains("ALL")
                && capabilities.getAdd().isEmpty();
    }

    private static Stream<String> user(Workload workload) {
        PodSecurityContext context = workload.pod().getSecurityContext();
        return unless(
                context != null
                        && Objects.equals(context.getRunAsUser(), USER)
                        && Objects.equals(context.getRunAsGroup(), USER)
                        && Objects.equals(context.getFsGroup(), USER),
                "is not user, group and owner of files " + USER);
    }

    private static Stream<String> readOnlyRoot(Workload workload) {
        SecurityContext context = workload.container().getSecurityContext();
        return unless(
                context != null && is(context.getReadOnlyRootFilesystem()), "can write its root");
    }

    private static Stream<String> noToken(Workload workload) {
        return unless(
                Boolean.FALSE.equals(workload.pod().getAutomountServiceAccountToken()),
                "has a token of the API server");
    }

    private static Stream<String> noAccountToken(Manifests all) {
        return all.all(ServiceAccount.class)
                .filter(each -> !Boolean.FALSE.equals(each.getAutomountServiceAccountToken()))
                .map(each -> Manifests.id(each) + " hands out tokens");
    }

    /** Variables made of the Service pressline-render would be settings of render. */
    private static Stream<String> noServiceLinks(Workload workload) {
        return unless(
                Boolean.FALSE.equals(workload.pod().getEnableServiceLinks()),
                "gets a variable for each Service");
    }

    private static Stream<String> probes(Workload workload) {
        if (!workload.lasts()) {
            return Stream.empty();
        }
        Container it = workload.container();
        List<Probe> probes =
                Stream.of(it.getStartupProbe(), it.getReadinessProbe(), it.getLivenessProbe())
                        .filter(Objects::nonNull)
                        .toList();
        if (probes.size() < 3) {
            return Stream.of("has not all three probes");
        }
        Predicate<Probe> exists =
                probe ->
                        probe.getHttpGet() != null
                                && workload.ports()
                                        .containsKey(probe.getHttpGet().getPort().getStrVal());
        if (!probes.stream().allMatch(exists)) {
            return Stream.of("a probe has no port that the container names");
        }
        return Stream.concat(
                unless(
                        !it.getLivenessProbe()
                                .getHttpGet()
                                .getPath()
                                .equals(it.getReadinessProbe().getHttpGet().getPath()),
                        "is ended where it is only not ready"),
                unless(
                        probes.stream()
                                .allMatch(
                                        probe ->
                                                probe.getTimeoutSeconds() != null
                                                        && probe.getTimeoutSeconds() >= 3
                                                        && probe.getFailureThreshold() != null
                                                        && probe.getFailureThreshold() >= 3),
                        "a probe is impatient"));
    }

    private static Stream<String> spread(Workload workload) {
        return unless(
                !workload.lasts()
                        || workload.pod().getTopologySpreadConstraints().stream()
                                .filter(each -> selects(each, workload))
                                .map(TopologySpreadConstraint::getTopologyKey)
                                .anyMatch("kubernetes.io/hostname"::equals),
                "is not spread over nodes");
    }

    private static boolean selects(TopologySpreadConstraint each, Workload workload) {
        return each.getLabelSelector() != null
                && Selectors.matches(each.getLabelSelector(), workload.labels());
    }

    private static Stream<String> mounts(Workload workload) {
        Set<String> volumes =
                Stream.concat(
                                workload.pod().getVolumes().stream().map(Volume::getName),
                                workload.claims().stream())
                        .collect(Collectors.toSet());
        Set<String> mounted =
                workload.container().getVolumeMounts().stream()
                        .map(VolumeMount::getName)
                        .collect(Collectors.toSet());
        return unless(volumes.equals(mounted), "mounts " + mounted + " of " + volumes);
    }

    private static Stream<String> image(Workload workload) {
        String image = workload.container().getImage();
        return unless(
                image.matches("[^\\s:@]+(:[0-9]+/[^\\s:@]+)?(:[^\\s:@]+|@sha256:[0-9a-f]{64})")
                        && !image.endsWith(":latest"),
                image + " may be another one tomorrow");
    }
}
