package dev.pressline.atproto.repo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pressline.atproto.repo.InvalidRepoException.Fault;
import dev.pressline.atproto.repo.car.Blocks;
import dev.pressline.atproto.repo.cbor.BinaryCid;
import dev.pressline.atproto.repo.commit.TestKey;
import dev.pressline.atproto.repo.mst.MstKey;
import dev.pressline.atproto.repo.mst.RecordProof;
import dev.pressline.contract.identifier.Did;
import dev.pressline.contract.identifier.Tid;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RepoSnapshotTest {

    private static final Tid REV = Tid.parse("3m7tubaaaac22");
    private static final TestKey KEY = TestKey.k256(4_711);

    static List<TestKey> keys() {
        return List.of(KEY, TestKey.p256(4_711));
    }

    private static TestRepo.State state(TestKey key) {
        TestRepo repo = new TestRepo(key);
        for (int i = 0; i < 200; i++) {
            repo.put("site.standard.document/" + i, "Document " + i);
        }
        return repo.commit(REV);
    }

    private static Blocks blocks(Map<BinaryCid, byte[]> blocks) {
        return cid -> Optional.ofNullable(blocks.get(cid)).filter(cid::isOf);
    }

    private static List<String> read(RepoSnapshot snapshot) {
        List<String> read = new ArrayList<>();
        snapshot.forEachRecord(
                (key, cid, block) -> read.add(key.text() + (block.isPresent() ? "" : " lost")));
        return read;
    }

    @ParameterizedTest
    @MethodSource("keys")
    void forEachRecord_signedRepository_showsEveryRecord(TestKey key) {
        // Given
        TestRepo.State state = state(key);

        // When
        RepoSnapshot snapshot =
                RepoSnapshot.open(
                        blocks(state.blocks()), state.commit(), TestRepo.DID, key.publicKey());

        // Then
        assertThat(snapshot.commit().rev()).isEqualTo(REV);
        assertThat(read(snapshot)).hasSize(200).noneMatch(each -> each.endsWith("lost"));
        assertThat(snapshot.proof(new MstKey("site.standard.document/7")))
                .isInstanceOf(RecordProof.Present.class);
        assertThat(snapshot.proof(new MstKey("site.standard.document/x")))
                .isEqualTo(new RecordProof.Absent());
    }

    @Test
    void open_foreignKeyOrDid_isNotBelieved() {
        TestRepo.State state = state(KEY);
        Blocks blocks = blocks(state.blocks());

        assertFault(
                Fault.SIGNATURE,
                () ->
                        RepoSnapshot.open(
                                blocks,
                                state.commit(),
                                TestRepo.DID,
                                TestKey.k256(4_712).publicKey()));
        assertFault(
                Fault.CONTRADICTION,
                () ->
                        RepoSnapshot.open(
                                blocks,
                                state.commit(),
                                Did.parse("did:plc:aaaaaaaaaaaaaaaaaaaaaaaa"),
                                KEY.publicKey()));
    }

    @Test
    void open_anyBitOfTheCommitFlipped_isNotBelieved() {
        TestRepo.State state = state(KEY);
        byte[] commit = state.blocks().get(state.commit());
        for (int bit = 0; bit < commit.length * 8; bit++) {
            byte[] mutant = commit.clone();
            mutant[bit / 8] ^= (byte) (1 << bit % 8);
            BinaryCid cid = BinaryCid.ofBlock(mutant);
            assertThatThrownBy(
                            () ->
                                    RepoSnapshot.open(
                                            blocks(Map.of(cid, mutant)),
                                            cid,
                                            TestRepo.DID,
                                            KEY.publicKey()))
                    .isInstanceOf(InvalidRepoException.class);
        }
    }

    @Test
    void forEachRecord_oneRecordMissing_losesThatOneAlone() {
        // Given
        TestRepo.State state = state(KEY);
        Map<BinaryCid, byte[]> some = new HashMap<>(state.blocks());
        RepoSnapshot whole =
                RepoSnapshot.open(
                        blocks(state.blocks()), state.commit(), TestRepo.DID, KEY.publicKey());
        some.remove(
                ((RecordProof.Present) whole.proof(new MstKey("site.standard.document/7"))).cid());

        // When
        List<String> read =
                read(
                        RepoSnapshot.open(
                                blocks(some), state.commit(), TestRepo.DID, KEY.publicKey()));

        // Then
        assertThat(read).hasSize(200).contains("site.standard.document/7 lost");
        assertThat(read).filteredOn(each -> each.endsWith("lost")).hasSize(1);
    }

    @Test
    void forEachRecord_someWanted_readsTheBlocksOfNoOthers() {
        // Given
        TestRepo.State state = state(KEY);
        List<BinaryCid> asked = new ArrayList<>();
        Blocks blocks =
                cid -> {
                    asked.add(cid);
                    return blocks(state.blocks()).find(cid);
                };
        RepoSnapshot snapshot =
                RepoSnapshot.open(blocks, state.commit(), TestRepo.DID, KEY.publicKey());
        List<String> seen = new ArrayList<>();
        asked.clear();
        snapshot.forEachRecord(key -> false, (key, cid, block) -> seen.add(key.text()));
        int nodes = asked.size();
        asked.clear();

        // When
        snapshot.forEachRecord(
                key -> key.text().endsWith("/7"), (key, cid, block) -> seen.add(key.text()));

        // Then
        assertThat(seen).containsExactly("site.standard.document/7");
        assertThat(asked).hasSize(nodes + 1);
    }

    @Test
    void forEachRecord_treeNotWhole_showsNothing() {
        // Given
        TestRepo.State state = state(KEY);
        Map<BinaryCid, byte[]> some = new HashMap<>(state.blocks());
        some.remove(state.data());
        RepoSnapshot snapshot =
                RepoSnapshot.open(blocks(some), state.commit(), TestRepo.DID, KEY.publicKey());
        List<String> seen = new ArrayList<>();

        // Then
        assertFault(
                Fault.BLOCK_MISSING,
                () -> snapshot.forEachRecord((key, cid, block) -> seen.add(key.text())));
        assertThat(seen).isEmpty();
    }

    private static void assertFault(
            Fault fault, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        InvalidRepoException.class, e -> assertThat(e.fault()).isEqualTo(fault));
    }
}
