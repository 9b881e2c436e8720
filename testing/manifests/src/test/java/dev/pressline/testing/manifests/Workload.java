package dev.pressline.testing.manifests;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What makes pods, or is one.
 *
 * @param id kind and name
 * @param labels of its pods
 * @param annotations of its pods
 * @param selector how it finds them; empty for a pod
 * @param replicas how many, if it says so
 * @param pod what they are
 * @param claims names of the volumes that each pod gets for itself
 */
record Workload(
        String id,
        Map<String, String> labels,
        Map<String, String> annotations,
        Optional<LabelSelector> selector,
        Optional<Integer> replicas,
        PodSpec pod,
        List<String> claims) {

    private static final String COMPONENT = "app.kubernetes.io/component";
    private static final List<String> SERVICES = List.of("ingest", "normalize", "render");

    static Optional<Workload> of(HasMetadata object) {
        String id = Manifests.id(object);
        return switch (object) {
            case Deployment it ->
                    Optional.of(
                            of(
                                    id,
                                    it.getSpec().getTemplate(),
                                    it.getSpec().getSelector(),
                                    Optional.ofNullable(it.getSpec().getReplicas()),
                                    List.of()));
            case StatefulSet it ->
                    Optional.of(
                            of(
                                    id,
                                    it.getSpec().getTemplate(),
                                    it.getSpec().getSelector(),
                                    Optional.ofNullable(it.getSpec().getReplicas()),
                                    it.getSpec().getVolumeClaimTemplates().stream()
                                            .map(claim -> claim.getMetadata().getName())
                                            .toList()));
            case Pod it ->
                    Optional.of(
                            new Workload(
                                    id,
                                    labels(it.getMetadata().getLabels()),
                                    labels(it.getMetadata().getAnnotations()),
                                    Optional.empty(),
                                    Optional.of(1),
                                    it.getSpec(),
                                    List.of()));
            default -> Optional.empty();
        };
    }

    private static Workload of(
            String id,
            PodTemplateSpec template,
            LabelSelector selector,
            Optional<Integer> replicas,
            List<String> claims) {
        return new Workload(
                id,
                labels(template.getMetadata().getLabels()),
                labels(template.getMetadata().getAnnotations()),
                Optional.of(selector),
                replicas,
                template.getSpec(),
                claims);
    }

    private static Map<String, String> labels(Map<String, String> given) {
        return given == null ? Map.of() : Map.copyOf(given);
    }

    /** Whether it runs until it is stopped, as a pod alone does not. */
    boolean lasts() {
        return selector.isPresent();
    }

    /** Which of the three services it is, if it is one. */
    Optional<String> service() {
        return Optional.ofNullable(labels.get(COMPONENT)).filter(SERVICES::contains);
    }

    /** Its one container. */
    Container container() {
        return pod.getContainers().getFirst();
    }

    /** Its ports by name. */
    Map<String, Integer> ports() {
        Map<String, Integer> ports = new HashMap<>();
        for (ContainerPort port : container().getPorts()) {
            ports.put(port.getName(), port.getContainerPort());
        }
        return ports;
    }
}
