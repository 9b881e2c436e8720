package dev.pressline.testing.manifests;

import static dev.pressline.testing.manifests.Rule.ofWorkloads;
import static dev.pressline.testing.manifests.Rule.unless;

import dev.pressline.local.pipeline.Service;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import io.fabric8.kubernetes.api.model.Volume;
import io.strimzi.api.kafka.model.nodepool.KafkaNodePool;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What must hold of memory, processor and disk. */
final class ResourceRules {

    private static final String MEMORY = "memory";
    private static final String DISK = "ephemeral-storage";
    private static final String CPU = "cpu";
    private static final Pattern HEAP = Pattern.compile("-Xmx([0-9]+)m ");
    private static final BigDecimal MEBIBYTE = BigDecimal.valueOf(1024 * 1024);

    /** All of them. */
    static final List<Rule> ALL =
            List.of(
                    ofWorkloads("resources", each -> faults(each.container().getResources(), true)),
                    new Rule("broker-resources", ResourceRules::brokers),
                    new Rule("heap", ResourceRules::heap),
                    ofWorkloads("size-limit", ResourceRules::sizeLimit));

    private ResourceRules() {}

    private static Stream<String> faults(ResourceRequirements resources, boolean disk) {
        if (resources == null || resources.getLimits() == null || resources.getRequests() == null) {
            return Stream.of("has no requests or no limits");
        }
        Map<String, Quantity> requests = resources.getRequests();
        Map<String, Quantity> limits = resources.getLimits();
        return Stream.of(
                        unless(requests.containsKey(CPU), "asks for no processor time"),
                        unless(!limits.containsKey(CPU), "is slowed down though nobody waits"),
                        unless(
                                isFixed(MEMORY, requests, limits),
                                "gets less memory than it may use"),
                        unless(
                                !disk || isFixed(DISK, requests, limits),
                                "gets less disk than it may use"))
                .flatMap(each -> each);
    }

    private static boolean isFixed(
            String what, Map<String, Quantity> requests, Map<String, Quantity> limits) {
        return requests.containsKey(what) && Objects.equals(requests.get(what), limits.get(what));
    }

    private static Stream<String> brokers(Manifests all) {
        return all.all(KafkaNodePool.class)
                .flatMap(
                        each ->
                                faults(each.getSpec().getResources(), false)
                                        .map(fault -> Manifests.id(each) + ' ' + fault));
    }

    /** The heap is the one that was measured, and leaves as much again for the rest. */
    private static Stream<String> heap(Manifests all) {
        return all.workloads().stream()
                .filter(each -> each.service().isPresent())
                .flatMap(
                        each -> {
                            long heap = heapOf(each, all).orElse(0L);
                            BigDecimal memory =
                                    Quantity.getAmountInBytes(
                                            each.container()
                                                    .getResources()
                                                    .getLimits()
                                                    .get(MEMORY));
                            return Stream.concat(
                                    unless(
                                            heap == measured(each.service().orElseThrow()),
                                            each.id() + ": a heap of " + heap + " MiB"),
                                    unless(
                                            memory.compareTo(
                                                            MEBIBYTE.multiply(
                                                                    BigDecimal.valueOf(2 * heap)))
                                                    >= 0,
                                            each.id() + ": no memory beside the heap"));
                        });
    }

    private static long measured(String title) {
        return Arrays.stream(Service.values())
                .filter(service -> service.title().equals(title))
                .findFirst()
                .orElseThrow()
                .heapMebibytes();
    }

    private static Optional<Long> heapOf(Workload workload, Manifests all) {
        return all.all(ConfigMap.class)
                .filter(
                        map ->
                                workload.container().getEnvFrom().stream()
                                        .filter(from -> from.getConfigMapRef() != null)
                                        .anyMatch(
                                                from ->
                                                        from.getConfigMapRef()
                                                                .getName()
                                                                .equals(
                                                                        map.getMetadata()
                                                                                .getName())))
                .map(map -> map.getData().getOrDefault("JAVA_TOOL_OPTIONS", ""))
                .map(HEAP::matcher)
                .filter(Matcher::find)
                .map(found -> Long.parseLong(found.group(1)))
                .findFirst();
    }

    private static Stream<String> sizeLimit(Workload workload) {
        Quantity disk =
                workload.container()
                        .getResources()
                        .getLimits()
                        .getOrDefault(DISK, new Quantity("0"));
        return workload.pod().getVolumes().stream()
                .filter(volume -> volume.getEmptyDir() != null)
                .filter(volume -> !fits(volume, disk))
                .map(volume -> volume.getName() + " may fill the disk of the node");
    }

    private static boolean fits(Volume volume, Quantity disk) {
        Quantity limit = volume.getEmptyDir().getSizeLimit();
        return limit != null
                && Quantity.getAmountInBytes(limit).compareTo(Quantity.getAmountInBytes(disk)) <= 0;
    }
}
