package dev.pressline.atproto.repo.stream;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pressline.atproto.repo.InvalidRepoException;
import dev.pressline.atproto.repo.RepoSnapshot;
import dev.pressline.atproto.repo.car.CarLimits;
import dev.pressline.atproto.repo.car.MemoryBlocks;
import dev.pressline.atproto.repo.cbor.BinaryCid;
import dev.pressline.atproto.repo.cbor.RecordJson;
import dev.pressline.atproto.repo.commit.SigningKey;
import dev.pressline.contract.data.DagCbor;
import dev.pressline.contract.identifier.Did;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a real PDS sends. */
class RealTapeTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final List<byte[]> FRAMES = new ArrayList<>();
    private static final Map<Did, SigningKey> KEYS = new HashMap<>();

    @BeforeAll
    static void read() throws IOException {
        ByteBuffer tape = ByteBuffer.wrap(bytes("standard-40.bin")).order(ByteOrder.LITTLE_ENDIAN);
        while (tape.hasRemaining()) {
            byte[] frame = new byte[tape.getInt()];
            tape.get(frame);
            FRAMES.add(frame);
        }
        for (JsonNode document : MAPPER.readTree(bytes("did_docs.json"))) {
            JsonNode method = document.path("verificationMethod").path(0);
            KEYS.put(
                    Did.parse(document.path("id").asText()),
                    SigningKey.of(
                            method.path("type").asText(),
                            method.path("publicKeyMultibase").asText()));
        }
    }

    private static byte[] bytes(String name) throws IOException {
        try (InputStream in =
                Objects.requireNonNull(RealTapeTest.class.getResourceAsStream("/tape/" + name))) {
            return in.readAllBytes();
        }
    }

    private static List<RepoEvent.CommitEvent> commits() {
        return FRAMES.stream()
                .map(RepoEvents::parse)
                .filter(RepoEvent.CommitEvent.class::isInstance)
                .map(RepoEvent.CommitEvent.class::cast)
                .toList();
    }

    @Test
    void frames_allOfThem_areKnownAndInOrder() {
        List<RepoEvent> events = FRAMES.stream().map(RepoEvents::parse).toList();

        assertThat(events).allMatch(RepoEvent.Sequenced.class::isInstance);
        assertThat(events)
                .extracting(event -> ((RepoEvent.Sequenced) event).seq())
                .isSorted()
                .doesNotHaveDuplicates();
        assertThat(events).hasAtLeastOneElementOfType(RepoEvent.IdentityEvent.class);
        assertThat(events).hasAtLeastOneElementOfType(RepoEvent.AccountEvent.class);
        assertThat(events).hasAtLeastOneElementOfType(RepoEvent.SyncEvent.class);
        assertThat(commits()).hasSizeGreaterThan(40);
    }

    @Test
    void commits_allOfThem_areProvenAndFormOneChainForEachAccount() {
        Map<Did, BinaryCid> heads = new HashMap<>();
        for (RepoEvent.CommitEvent event : commits()) {
            CommitProof proof = CommitProof.of(event, KEYS.get(event.did()));
            assertThat(proof.previousData()).isEqualTo(Optional.ofNullable(heads.get(event.did())));
            heads.put(event.did(), proof.snapshot().commit().data());
        }
        assertThat(heads).hasSameSizeAs(KEYS);
    }

    @Test
    void records_allOfThem_readAsJsonAndBack() throws IOException {
        for (RepoEvent.CommitEvent event : commits()) {
            CommitProof proof = CommitProof.of(event, KEYS.get(event.did()));
            for (RepoOp op : event.ops()) {
                if (op instanceof RepoOp.Create create) {
                    byte[] block = proof.snapshot().blocks().require(create.cid());
                    JsonNode json = MAPPER.readTree(RecordJson.of(block));
                    assertThat(json.path("$type").asText()).startsWith("site.standard.");
                    assertThat(DagCbor.encode(json)).isEqualTo(block);
                }
            }
        }
    }

    @Test
    void commits_underAnotherKey_areRefused() {
        SigningKey foreign =
                SigningKey.ofDidKey("did:key:zQ3shqwJEJyMBsBXCWyCBpUBMqxcon9oHB7mCvx4sSpMdLJwc");
        assertThat(commits()).noneMatch(event -> believed(event, foreign));
    }

    @Test
    void frames_anyByteChanged_areRefusedOrSayTheSameAboutTheRepository() {
        Random random = new Random(4_711);
        for (byte[] frame : FRAMES) {
            for (int i = 0; i < 20; i++) {
                byte[] mutant = frame.clone();
                mutant[random.nextInt(mutant.length)] ^= (byte) (1 << random.nextInt(8));
                requireHarmless(frame, mutant);
            }
        }
    }

    private static void requireHarmless(byte[] frame, byte[] mutant) {
        RepoEvent event;
        try {
            event = RepoEvents.parse(mutant);
        } catch (InvalidRepoException e) {
            return;
        }
        boolean isProven =
                event instanceof RepoEvent.CommitEvent commit
                        && KEYS.containsKey(commit.did())
                        && believed(commit, KEYS.get(commit.did()));
        if (isProven) {
            RepoEvent.CommitEvent original = (RepoEvent.CommitEvent) RepoEvents.parse(frame);
            assertThat(((RepoEvent.CommitEvent) event).commit()).isEqualTo(original.commit());
            if (((RepoEvent.CommitEvent) event).prevData().isPresent()) {
                assertThat(((RepoEvent.CommitEvent) event).ops()).isEqualTo(original.ops());
            }
        }
    }

    private static boolean believed(RepoEvent.CommitEvent event, SigningKey key) {
        try {
            CommitProof.of(event, key);
            return true;
        } catch (InvalidRepoException e) {
            return false;
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"did:plc:rn2hglejqomlwelu6nwcq3vv", "did:plc:txjgdsjvsot2xrpiuzz2tmhr"})
    void repositories_asThePdsGivesThem_areProvenWhole(String name) throws IOException {
        // Given
        Did did = Did.parse(name);
        MemoryBlocks blocks =
                MemoryBlocks.read(bytes(name.replace(':', '_') + ".car"), CarLimits.REPO);

        // When
        List<String> records = new ArrayList<>();
        RepoSnapshot.open(blocks, blocks.root(), did, KEYS.get(did))
                .forEachRecord(
                        (key, cid, block) ->
                                records.add(key.text() + (block.isPresent() ? "" : " lost")));

        // Then
        assertThat(records).hasSizeGreaterThan(10).noneMatch(each -> each.endsWith("lost"));
    }
}
