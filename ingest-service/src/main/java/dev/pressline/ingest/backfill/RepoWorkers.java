package dev.pressline.ingest.backfill;

import dev.pressline.contract.identifier.Did;
import dev.pressline.ingest.backfill.BackfillState.Phase;
import dev.pressline.ingest.backfill.Lanes.Lane;
import dev.pressline.ingest.backfill.Lanes.Taken;
import dev.pressline.ingest.config.IngestConfig;
import dev.pressline.kit.failure.Backoff;
import dev.pressline.kit.failure.InfrastructureException;
import dev.pressline.kit.failure.StoppedException;
import dev.pressline.kit.health.LoopMonitor;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.HttpUrl;
import org.jboss.logging.Logger;

/**
 * Reads repositories, a few at once and of one host fewer still. A repository whose host does not
 * answer goes back into the host's lane and is tried again later, for ever; nobody waits for it.
 * Thread-safe.
 */
@ApplicationScoped
class RepoWorkers {

    private static final Logger LOG = Logger.getLogger(RepoWorkers.class);

    /** How many repositories of one host are read at once. */
    static final int HOST_SHARE = 2;

    /** The longest pause of a host that asks for one, in longest pauses of our own. */
    private static final int LONGEST_PAUSE = 30;

    /** Tries after which a directory that does not answer counts as a trouble of the one DID. */
    private static final int PLC_ATTEMPTS = 3;

    private final Lanes<RepoJob> lanes = new Lanes<>(System::nanoTime);
    private final RepoAddress addresses;
    private final RepoReader reader;
    private final BackfillMetrics metrics;
    private final LoopMonitor.Loop loop;
    private final Backoff backoff;
    private final AtomicInteger active = new AtomicInteger();
    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();

    @Inject
    RepoWorkers(
            RepoAddress addresses,
            RepoReader reader,
            BackfillMetrics metrics,
            IngestConfig config,
            LoopMonitor monitor) {
        this(
                new Tools(addresses, reader, metrics),
                monitor.loop("backfill"),
                config.concurrentBackfills(),
                Backoff.DEFAULT);
    }

    /** What workers find, read and count repositories with. */
    record Tools(RepoAddress addresses, RepoReader reader, BackfillMetrics metrics) {}

    RepoWorkers(Tools tools, LoopMonitor.Loop loop, int workers, Backoff backoff) {
        this.addresses = tools.addresses();
        this.reader = tools.reader();
        this.metrics = tools.metrics();
        this.loop = loop;
        this.backoff = backoff;
        metrics.watch(lanes);
        for (int i = 0; i < workers; i++) {
            executor.execute(this::work);
        }
    }

    /** Has a repository read, some time. */
    void add(RepoJob job) {
        lanes.add(RepoAddress.lane(job.repo()), job);
    }

    /** How many repositories wait to be read. */
    int waiting() {
        return lanes.waiting();
    }

    /** How many repositories are being read. */
    int running() {
        return lanes.running();
    }

    /** How many hosts are left alone for a while although repositories wait for them. */
    int parked() {
        return lanes.parked();
    }

    void stop(@Observes ShutdownEvent event) {
        executor.shutdownNow();
    }

    private void work() {
        try {
            while (true) {
                attended(lanes.take());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (StoppedException e) {
            LOG.info("backfills stop with the service and go on with it");
        }
    }

    private void attended(Taken<RepoJob> taken) {
        if (active.getAndIncrement() == 0) {
            loop.begins();
        }
        try {
            work(taken);
        } finally {
            if (active.decrementAndGet() == 0) {
                loop.rests();
            }
        }
    }

    private void work(Taken<RepoJob> taken) {
        RepoJob job = taken.work();
        try {
            Lane own = laneOf(job);
            if (taken.lane().equals(own)) {
                String remark = reader.read(reading(job));
                over(taken, Phase.DONE, remark);
            } else if (lanes.move(taken, own)) {
                job.owner().waits(job);
            }
        } catch (RefusedException e) {
            over(taken, Phase.REFUSED, String.valueOf(e.getMessage()));
        } catch (InfrastructureException e) {
            later(taken, e);
        } catch (StoppedException e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.errorf(e, "a backfill failed for a reason nobody classified: %s", job.repo());
            over(taken, Phase.REFUSED, "an unexpected failure, see the log");
        }
    }

    /** The lane of the host that has the repository now. */
    private Lane laneOf(RepoJob job) {
        return progress(job)
                .ask(
                        "resolving " + job.repo(),
                        () -> {
                            Did did = addresses.did(job.repo());
                            HttpUrl pds = addresses.pds(did);
                            return new Lane(pds.host() + ':' + pds.port(), HOST_SHARE);
                        });
    }

    private Progress progress(RepoJob job) {
        return new Progress(
                change -> {
                    loop.turned();
                    job.change(change);
                });
    }

    private Reading reading(RepoJob job) {
        return new Reading(
                job.source(),
                job.repo(),
                job.place(),
                job.isOnlyIfChanged(),
                progress(job),
                job::move);
    }

    private void over(Taken<RepoJob> taken, Phase phase, String detail) {
        RepoJob job = taken.work();
        job.change(state -> state.in(phase, detail));
        metrics.over(job.state());
        LOG.debugf("backfill of %s is %s: %s", job.repo(), phase.text(), job.state().summary());
        job.owner().over(job);
        lanes.done(taken);
    }

    private void later(Taken<RepoJob> taken, InfrastructureException e) {
        RepoJob job = taken.work();
        int attempts = job.failed();
        Duration pause = backoff.pause(attempts);
        LOG.debugf("backfill of %s waits: %s", job.repo(), e.getMessage());
        boolean isOneHost = !taken.lane().equals(RepoAddress.PLC_LANE);
        if (isOneHost || attempts > PLC_ATTEMPTS) {
            job.owner().waits(job);
        }
        lanes.park(taken, within(pause, e.retryAfter().orElse(pause)));
        if (isOneHost) {
            lanes.waitingIn(taken.lane()).forEach(each -> each.owner().waits(each));
        }
    }

    /** The pause that was asked for, where it is longer and not without end. */
    private Duration within(Duration pause, Duration asked) {
        Duration longest = backoff.cap().multipliedBy(LONGEST_PAUSE);
        Duration least = asked.compareTo(longest) > 0 ? longest : asked;
        return least.compareTo(pause) > 0 ? least : pause;
    }
}
