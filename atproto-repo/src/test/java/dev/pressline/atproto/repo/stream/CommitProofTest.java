package dev.pressline.atproto.repo.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pressline.atproto.repo.InvalidRepoException;
import dev.pressline.atproto.repo.InvalidRepoException.Fault;
import dev.pressline.atproto.repo.TestRepo;
import dev.pressline.atproto.repo.cbor.BinaryCid;
import dev.pressline.atproto.repo.commit.TestKey;
import dev.pressline.atproto.repo.mst.MstKey;
import dev.pressline.contract.identifier.Tid;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CommitProofTest {

    private static final Tid BEFORE = Tid.parse("3m7tubaaaac22");
    private static final Tid NOW = Tid.parse("3m7tubaaaac23");
    private static final TestKey KEY = TestKey.k256(4_711);
    private static final MstKey NEW = new MstKey("site.standard.document/new");
    private static final MstKey CHANGED = new MstKey("site.standard.document/7");
    private static final MstKey GONE = new MstKey("site.standard.document/8");

    private final TestRepo repo = new TestRepo(KEY);
    private TestRepo.State before;
    private TestRepo.State now;
    private List<RepoOp> ops;

    @BeforeEach
    void change() {
        for (int i = 0; i < 100; i++) {
            repo.put("site.standard.document/" + i, "Document " + i);
        }
        before = repo.commit(BEFORE);
        BinaryCid old = BinaryCid.ofBlock(before.blocks().get(cidOf("Document 7")));
        ops =
                List.of(
                        new RepoOp.Create(NEW, repo.put(NEW.text(), "New")),
                        new RepoOp.Update(
                                CHANGED, repo.put(CHANGED.text(), "Changed"), Optional.of(old)),
                        new RepoOp.Delete(GONE, Optional.of(repo.delete(GONE.text()))));
        now = repo.commit(NOW);
    }

    private BinaryCid cidOf(String title) {
        TestRepo other = new TestRepo(KEY);
        return other.put("a.b.c/d", title);
    }

    private RepoEvent.CommitEvent event(List<RepoOp> operations, BinaryCid prevData) {
        return new RepoEvent.CommitEvent(
                1,
                TestRepo.DID,
                NOW,
                Optional.of(BEFORE),
                now.commit(),
                now.car(),
                operations,
                Optional.of(prevData),
                Instant.EPOCH);
    }

    private static void assertFault(Fault fault, RepoEvent.CommitEvent event) {
        assertThatThrownBy(() -> CommitProof.of(event, KEY.publicKey()))
                .isInstanceOfSatisfying(
                        InvalidRepoException.class, e -> assertThat(e.fault()).isEqualTo(fault));
    }

    @Test
    void commit_withAllItsOperations_isProven() {
        CommitProof proof = CommitProof.of(event(ops, before.data()), KEY.publicKey());

        assertThat(proof.previousData()).hasValue(before.data());
        assertThat(proof.snapshot().commit().data()).isEqualTo(now.data());
    }

    @Test
    void commit_anyOperationLeftOut_isAContradiction() {
        for (RepoOp hidden : ops) {
            List<RepoOp> fewer = new ArrayList<>(ops);
            fewer.remove(hidden);
            assertFault(Fault.CONTRADICTION, event(fewer, before.data()));
        }
    }

    @Test
    void commit_operationInvented_isAContradiction() {
        RepoOp invented = new RepoOp.Delete(new MstKey("a.b.c/d"), Optional.of(cidOf("x")));
        assertFault(Fault.CONTRADICTION, event(with(invented), before.data()));
        assertFault(
                Fault.CONTRADICTION,
                event(with(new RepoOp.Create(new MstKey("a.b.c/d"), cidOf("x"))), before.data()));
        assertFault(Fault.CONTRADICTION, event(with(ops.getFirst()), before.data()));
    }

    private List<RepoOp> with(RepoOp more) {
        List<RepoOp> all = new ArrayList<>(ops);
        all.add(more);
        return all;
    }

    @Test
    void commit_overAnotherRoot_isAContradiction() {
        assertFault(Fault.CONTRADICTION, event(ops, now.data()));
    }

    @Test
    void commit_withoutPrev_isAContradiction() {
        List<RepoOp> silent =
                List.of(ops.get(0), ops.get(1), new RepoOp.Delete(GONE, Optional.empty()));
        assertFault(Fault.CONTRADICTION, event(silent, before.data()));
    }

    @Test
    void commit_ofAnotherRevThanItsMessage_isAContradiction() {
        RepoEvent.CommitEvent honest = event(ops, before.data());
        assertFault(
                Fault.CONTRADICTION,
                new RepoEvent.CommitEvent(
                        honest.seq(),
                        honest.did(),
                        BEFORE,
                        honest.since(),
                        honest.commit(),
                        honest.blocks(),
                        honest.ops(),
                        honest.prevData(),
                        honest.time()));
    }
}
