package dev.pressline.atproto.repo.mst;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pressline.atproto.repo.Vectors;
import dev.pressline.atproto.repo.car.Blocks;
import dev.pressline.atproto.repo.cbor.BinaryCid;
import dev.pressline.contract.identifier.Cid;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MstVectorsTest {

    static Stream<JsonNode> keyHeights() {
        return Vectors.of("mst/key_heights.json");
    }

    @ParameterizedTest
    @MethodSource("keyHeights")
    void height_ofEveryVector_isAsStated(JsonNode vector) {
        byte[] key = vector.path("key").asText().getBytes(StandardCharsets.UTF_8);

        assertThat(MstKey.height(key)).isEqualTo(vector.path("height").asInt());
    }

    @Test
    void height_ofEveryExampleKey_isTheDigitInIt() throws IOException {
        try (InputStream in =
                Objects.requireNonNull(
                        getClass().getResourceAsStream("/interop/mst/example_keys.txt"))) {
            String keys = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            assertThat(keys.lines().filter(line -> !line.isBlank()))
                    .hasSize(156)
                    .allMatch(key -> new MstKey(key).height() == key.charAt(1) - '0');
        }
    }

    static Stream<JsonNode> commonPrefixes() {
        return Vectors.of("mst/common_prefix.json");
    }

    @ParameterizedTest
    @MethodSource("commonPrefixes")
    void commonPrefix_ofEveryVector_isAsStated(JsonNode vector) {
        int length =
                MstKey.commonPrefix(vector.path("left").asText(), vector.path("right").asText());

        assertThat(length).isEqualTo(vector.path("len").asInt());
    }

    static Stream<JsonNode> commitProofs() {
        return Vectors.of("firehose/commit-proof-fixtures.json");
    }

    @ParameterizedTest
    @MethodSource("commitProofs")
    void edits_ofEveryCommitProof_giveTheStatedRoots(JsonNode vector) {
        // Given
        BinaryCid leaf = BinaryCid.of(Cid.parse(vector.path("leafValue").asText()));
        Map<String, BinaryCid> keys = new HashMap<>();
        vector.path("keys").forEach(key -> keys.put(key.asText(), leaf));
        Trees.Built before = Trees.build(keys);
        assertThat(before.root()).hasToString(vector.path("rootBeforeCommit").asText());

        // When
        PartialTree tree = PartialTree.of(before.blocks(), before.root());
        for (JsonNode key : vector.path("adds")) {
            tree = tree.insert(new MstKey(key.asText()), leaf);
        }
        for (JsonNode key : vector.path("dels")) {
            tree = tree.remove(new MstKey(key.asText()), leaf);
        }

        // Then
        assertThat(tree.rootCid()).hasToString(vector.path("rootAfterCommit").asText());
    }

    @ParameterizedTest
    @MethodSource("commitProofs")
    void inversion_withTheBlocksOfTheProofAlone_findsTheRootBefore(JsonNode vector) {
        // Given
        BinaryCid leaf = BinaryCid.of(Cid.parse(vector.path("leafValue").asText()));
        Map<String, BinaryCid> keys = new HashMap<>();
        vector.path("keys").forEach(key -> keys.put(key.asText(), leaf));
        vector.path("adds").forEach(key -> keys.put(key.asText(), leaf));
        vector.path("dels").forEach(key -> keys.remove(key.asText()));
        Trees.Built after = Trees.build(keys);
        Map<BinaryCid, byte[]> proof = new HashMap<>();
        vector.path("blocksInProof")
                .forEach(
                        block -> {
                            BinaryCid cid = BinaryCid.of(Cid.parse(block.asText()));
                            proof.put(cid, Objects.requireNonNull(after.nodes().get(cid)));
                        });
        Blocks blocks = cid -> Optional.ofNullable(proof.get(cid));

        // When
        PartialTree tree = PartialTree.of(blocks, after.root());
        for (JsonNode key : vector.path("dels")) {
            tree = tree.insert(new MstKey(key.asText()), leaf);
        }
        for (JsonNode key : vector.path("adds")) {
            tree = tree.remove(new MstKey(key.asText()), leaf);
        }

        // Then
        assertThat(tree.rootCid()).hasToString(vector.path("rootBeforeCommit").asText());
    }
}
