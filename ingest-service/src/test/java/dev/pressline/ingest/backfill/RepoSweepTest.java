package dev.pressline.ingest.backfill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pressline.atproto.repo.TestRepo;
import dev.pressline.atproto.repo.commit.TestKey;
import dev.pressline.contract.event.Topics;
import dev.pressline.contract.identifier.AtUri;
import dev.pressline.contract.identifier.Did;
import dev.pressline.contract.identifier.Tid;
import dev.pressline.ingest.Bench;
import dev.pressline.kit.failure.Backoff;
import io.quarkus.runtime.ShutdownEvent;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(240)
class RepoSweepTest {

    private static final TestKey KEY = TestKey.k256(4_711);
    private static final Tid OLD = Tid.parse("3m7tubaaaac22");
    private static final Tid NEW = Tid.parse("3m7tubaaaad22");
    private static final String DOCUMENT = "site.standard.document/";
    private static final Backoff HASTY = new Backoff(Duration.ofMillis(1), Duration.ofMillis(5));

    private final Bench bench = new Bench();
    private final TestNetwork network = new TestNetwork();
    private final TestNetwork.Host pds = network.host();
    private final ReadAccounts known = new ReadAccounts();
    private final RepoWorkers workers =
            TestReader.workers(network.plcUrl(), bench, TestReader.WANTED, HASTY, known);
    private final RepoSweep sweep = new RepoSweep(known, workers);

    /** Accounts in two groups, each read at some rev and known to have a record that is gone. */
    private static final class ReadAccounts implements KnownRecords {

        private final Map<Did, Tid> read = new HashMap<>();

        @Override
        public List<AtUri> olderThan(Did did, Tid rev, Runnable working) {
            return List.of(AtUri.parse("at://" + did + '/' + DOCUMENT + "gone"));
        }

        @Override
        public Optional<Tid> lastRead(Did did, Runnable working) {
            return Optional.ofNullable(read.get(did));
        }

        @Override
        public Known account(Did did, Runnable working) {
            return new Known(false, Optional.empty());
        }

        @Override
        public int groups() {
            return 2;
        }

        @Override
        public List<Did> accounts(int group, Runnable working) {
            return read.keySet().stream().filter(did -> did.value().length() % 2 == group).toList();
        }
    }

    @AfterEach
    void close() {
        workers.stop(new ShutdownEvent());
        network.close();
    }

    private Did account(String name, TestNetwork.Host host) {
        Did did = Did.parse("did:plc:" + "a".repeat(24 - name.length()) + name);
        TestRepo repo = new TestRepo(did, KEY);
        repo.put(DOCUMENT + "1", "Document");
        network.account(did, KEY.multikey(), host);
        host.car(did, repo.commit(NEW).car());
        host.answer(
                "com.atproto.sync.getLatestCommit",
                exchange ->
                        TestNetwork.send(
                                exchange,
                                200,
                                TestNetwork.bytes("{\"cid\":\"bafy\",\"rev\":\"" + NEW + "\"}")));
        return did;
    }

    private List<String> keys() {
        return bench.sent(Topics.RAW).stream().map(ProducerRecord::key).toList();
    }

    @Test
    void repositories_thatHaveChangedSinceTheyWereRead_areReadAnewAndNoOthers()
            throws InterruptedException {
        // Given
        Did changed = account("changed", pds);
        known.read.put(changed, OLD);
        known.read.put(account("same", pds), NEW);

        // When
        sweep.sweep();

        // Then
        assertThat(keys())
                .containsExactly(
                        "at://" + changed + '/' + DOCUMENT + "1",
                        "at://" + changed + '/' + DOCUMENT + "gone");
        assertThat(bench.sent(Topics.RAW).getLast().value()).isNull();
        assertThat(pds.requests("getRepo")).isEqualTo(1);
    }

    @Test
    void host_thatIsDown_holdsUpNoSweepAndIsAskedOnceHowOftenSweptSoever()
            throws InterruptedException {
        // Given
        TestNetwork.Host dead = network.host();
        known.read.put(account("dead", dead), OLD);
        known.read.put(account("changed", pds), OLD);
        dead.answer("com.atproto.sync.getLatestCommit", TestNetwork.status(503, ""));

        // When
        sweep.sweep();
        sweep.sweep();

        // Then
        assertThat(pds.requests("getRepo")).isEqualTo(2);
        assertThat(workers.waiting() + workers.running()).isEqualTo(1);
    }
}
