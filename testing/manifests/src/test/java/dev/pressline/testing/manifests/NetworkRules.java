package dev.pressline.testing.manifests;

import static dev.pressline.testing.manifests.Rule.unless;

import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.networking.v1.IPBlock;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyEgressRule;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** What must hold of the ways between pods, and out. */
final class NetworkRules {

    private static final String COMPONENT = "app.kubernetes.io/component";
    private static final String STRIMZI = "strimzi.io/name";

    /** Pods that there are in some installations only. */
    private static final Set<String> PERHAPS = Set.of("store", "test");

    /** Where no address of the internet is. */
    private static final List<String> PRIVATE =
            List.of(
                    "10.0.0.0/8",
                    "100.64.0.0/10",
                    "127.0.0.0/8",
                    "169.254.0.0/16",
                    "172.16.0.0/12",
                    "192.168.0.0/16");

    /** A block of more addresses is the internet, not a store. */
    private static final int FEW = 16;

    /** All of them. */
    static final List<Rule> ALL =
            List.of(
                    new Rule("default-deny", NetworkRules::defaultDeny),
                    new Rule("no-open-way", NetworkRules::openWays),
                    new Rule("peers", NetworkRules::peers),
                    new Rule("private-addresses", NetworkRules::privateAddresses),
                    new Rule("render-stays-in", NetworkRules::renderStaysIn),
                    new Rule("management-port", NetworkRules::managementPort));

    private NetworkRules() {}

    private static Stream<NetworkPolicy> of(Manifests all, Workload workload) {
        return all.all(NetworkPolicy.class)
                .filter(it -> Selectors.matches(it.getSpec().getPodSelector(), workload.labels()));
    }

    /** Each pod is cut off both ways by one policy, and let through by another. */
    private static Stream<String> defaultDeny(Manifests all) {
        return all.workloads().stream()
                .filter(
                        each ->
                                of(all, each).noneMatch(NetworkRules::isNothing)
                                        || of(all, each).allMatch(NetworkRules::isNothing))
                .map(each -> each.id() + " is not cut off, or altogether");
    }

    private static boolean isNothing(NetworkPolicy it) {
        return it.getSpec().getPolicyTypes().containsAll(List.of("Ingress", "Egress"))
                && it.getSpec().getIngress().isEmpty()
                && it.getSpec().getEgress().isEmpty();
    }

    /** A rule without peers or ports lets everybody through. */
    private static Stream<String> openWays(Manifests all) {
        return all.all(NetworkPolicy.class)
                .flatMap(
                        it ->
                                unless(
                                        it.getSpec().getIngress().stream()
                                                        .allMatch(
                                                                rule ->
                                                                        isClosed(rule.getFrom())
                                                                                && !rule.getPorts()
                                                                                        .isEmpty())
                                                && it.getSpec().getEgress().stream()
                                                        .allMatch(
                                                                rule ->
                                                                        isClosed(rule.getTo())
                                                                                && !rule.getPorts()
                                                                                        .isEmpty()),
                                        Manifests.id(it) + " lets everybody through"));
    }

    private static boolean isClosed(List<NetworkPolicyPeer> peers) {
        return !peers.isEmpty()
                && peers.stream()
                        .allMatch(
                                peer ->
                                        says(peer.getPodSelector())
                                                || says(peer.getNamespaceSelector())
                                                || peer.getIpBlock() != null);
    }

    private static boolean says(LabelSelector selector) {
        return selector != null
                && !(selector.getMatchLabels().isEmpty()
                        && selector.getMatchExpressions().isEmpty());
    }

    private static Stream<NetworkPolicyPeer> allPeers(NetworkPolicy it) {
        return Stream.concat(
                it.getSpec().getIngress().stream().flatMap(rule -> rule.getFrom().stream()),
                it.getSpec().getEgress().stream().flatMap(rule -> rule.getTo().stream()));
    }

    private static Stream<String> peers(Manifests all) {
        return all.all(NetworkPolicy.class)
                .flatMap(
                        it ->
                                allPeers(it)
                                        .filter(peer -> peer.getPodSelector() != null)
                                        .filter(peer -> peer.getNamespaceSelector() == null)
                                        .map(peer -> peer.getPodSelector().getMatchLabels())
                                        .filter(labels -> !isSomebody(all, labels))
                                        .map(labels -> Manifests.id(it) + ": nobody is " + labels));
    }

    private static boolean isSomebody(Manifests all, Map<String, String> labels) {
        if (labels.containsKey(STRIMZI)) {
            return all.cluster()
                    .map(it -> labels.get(STRIMZI).equals(it.getMetadata().getName() + "-kafka"))
                    .orElse(true);
        }
        return PERHAPS.contains(labels.getOrDefault(COMPONENT, ""))
                || all.workloads().stream()
                        .anyMatch(each -> Selectors.matches(labels, each.labels()));
    }

    private static Stream<IPBlock> blocks(NetworkPolicy it) {
        return it.getSpec().getEgress().stream()
                .map(NetworkPolicyEgressRule::getTo)
                .flatMap(List::stream)
                .map(NetworkPolicyPeer::getIpBlock)
                .filter(block -> block != null);
    }

    private static boolean isTheInternet(IPBlock block) {
        return Integer.parseInt(block.getCidr().replaceFirst(".*/", "")) < FEW;
    }

    private static Stream<String> privateAddresses(Manifests all) {
        return all.all(NetworkPolicy.class)
                .flatMap(
                        it ->
                                blocks(it)
                                        .filter(NetworkRules::isTheInternet)
                                        .filter(block -> !block.getCidr().equals("2000::/3"))
                                        .filter(block -> !block.getExcept().containsAll(PRIVATE))
                                        .map(
                                                block ->
                                                        Manifests.id(it)
                                                                + " leads into private networks"));
    }

    private static Stream<String> renderStaysIn(Manifests all) {
        return all.workloads().stream()
                .filter(each -> each.service().filter("render"::equals).isPresent())
                .flatMap(each -> of(all, each))
                .filter(it -> blocks(it).anyMatch(NetworkRules::isTheInternet))
                .map(it -> Manifests.id(it) + " lets render out");
    }

    /** Only whoever reads metrics may reach it. */
    private static Stream<String> managementPort(Manifests all) {
        return all.all(NetworkPolicy.class)
                .flatMap(
                        it ->
                                it.getSpec().getIngress().stream()
                                        .filter(
                                                rule ->
                                                        rule.getPorts().stream()
                                                                .map(port -> port.getPort())
                                                                .anyMatch(
                                                                        port ->
                                                                                port.getIntVal()
                                                                                        > 9000))
                                        .flatMap(rule -> rule.getFrom().stream())
                                        .filter(peer -> !isMonitoring(peer))
                                        .map(
                                                peer ->
                                                        Manifests.id(it)
                                                                + " lets others see health and"
                                                                + " metrics"));
    }

    private static boolean isMonitoring(NetworkPolicyPeer peer) {
        return peer.getNamespaceSelector() != null
                && peer.getNamespaceSelector().getMatchLabels().keySet().stream()
                        .anyMatch(key -> key.endsWith("/monitoring"));
    }
}
