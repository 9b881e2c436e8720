package dev.pressline.contract.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.pressline.contract.identifier.AtUri;
import dev.pressline.contract.identifier.Did;
import dev.pressline.contract.output.ObjectKeys;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.apache.kafka.common.Cluster;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DidPartitionerTest {

    /** Pinned: a key that moved to another partition would lose its order. */
    @ParameterizedTest
    @CsvSource({
        "at://did:plc:ewvi7nxzyoun6zhxrhs64oiz/site.standard.document/3mf42slbt3g42, 3",
        "did:plc:ewvi7nxzyoun6zhxrhs64oiz, 3",
        "at://did:web:example.com/site.standard.document/a, 7",
        "author/did:web:example.com/, 7",
        "front, 0"
    })
    void partition_ofAKnownKey_neverChanges(String key, int partition) {
        assertThat(DidPartitioner.partition(key, Topics.DEFAULT_PARTITIONS)).isEqualTo(partition);
    }

    @Property
    void partition_ofAllThatBelongsToAnAccount_isTheSame(
            @ForAll("dids") Did did,
            @ForAll("recordKeys") String rkey,
            @ForAll @IntRange(min = 1, max = 200) int partitions) {
        AtUri document = AtUri.parse("at://" + did + "/site.standard.document/" + rkey);
        AtUri publication = AtUri.parse("at://" + did + "/site.standard.publication/" + rkey);
        List<String> keys =
                List.of(
                        document.toString(),
                        publication.toString(),
                        ObjectKeys.document(document),
                        ObjectKeys.page(ObjectKeys.document(document)),
                        ObjectKeys.publication(publication),
                        ObjectKeys.atom(ObjectKeys.publication(publication)),
                        ObjectKeys.author(did),
                        ObjectKeys.archive(ObjectKeys.author(did)));

        int ofAccount = DidPartitioner.partition(did.value(), partitions);

        assertThat(ofAccount).isBetween(0, partitions - 1);
        assertThat(keys)
                .allSatisfy(
                        key ->
                                assertThat(DidPartitioner.partition(key, partitions))
                                        .as(key)
                                        .isEqualTo(ofAccount));
    }

    @Test
    void partitions_ofManyAccounts_areAllUsed() {
        assertThat(
                        IntStream.range(0, 500)
                                .map(i -> DidPartitioner.partition("did:plc:account" + i, 12))
                                .distinct()
                                .count())
                .isEqualTo(12);
    }

    @Test
    void partitioner_inAProducer_readsTheKeyBytes() {
        // Given
        byte[] key = "did:web:example.com".getBytes(StandardCharsets.UTF_8);

        // When
        int chosen;
        try (DidPartitioner partitioner = new DidPartitioner()) {
            chosen = partitioner.partition("topic", "ignored", key, null, null, cluster());
        }

        // Then
        assertThat(chosen).isEqualTo(DidPartitioner.partition("did:web:example.com", 12));
    }

    @Test
    void partitioner_withoutKey_refusesNamingTheTopic() {
        try (DidPartitioner partitioner = new DidPartitioner()) {
            assertThatIllegalArgumentException()
                    .isThrownBy(
                            () -> partitioner.partition("topic", null, null, null, null, cluster()))
                    .withMessageContaining("topic");
        }
    }

    private static Cluster cluster() {
        List<PartitionInfo> partitions =
                IntStream.range(0, 12)
                        .mapToObj(
                                i -> new PartitionInfo("topic", i, null, new Node[0], new Node[0]))
                        .toList();
        return new Cluster("c", List.of(), partitions, java.util.Set.of(), java.util.Set.of());
    }

    @Provide
    static Arbitrary<Did> dids() {
        Arbitrary<String> plc =
                Arbitraries.strings().withCharRange('a', 'z').withCharRange('2', '7').ofLength(24);
        Arbitrary<String> web =
                Arbitraries.strings().withCharRange('a', 'z').withChars('.', ':').ofLength(9);
        return Arbitraries.oneOf(
                plc.map(id -> Did.parse("did:plc:" + id)),
                web.map(host -> Did.parse("did:web:" + host + "x")));
    }

    @Provide
    static Arbitrary<String> recordKeys() {
        return Arbitraries.strings()
                .withCharRange('a', 'z')
                .withCharRange('A', 'Z')
                .withCharRange('0', '9')
                .withChars('.', '-', '_', ':', '~')
                .ofMinLength(1)
                .ofMaxLength(300)
                .filter(key -> !key.equals(".") && !key.equals(".."));
    }
}
