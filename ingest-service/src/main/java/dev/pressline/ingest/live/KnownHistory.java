package dev.pressline.ingest.live;

import dev.pressline.contract.identifier.Did;
import dev.pressline.ingest.cursor.Missing;
import dev.pressline.ingest.repos.KnownRepos;
import dev.pressline.kit.failure.Backoff;
import dev.pressline.kit.failure.InfrastructureException;
import dev.pressline.kit.failure.Retry;
import dev.pressline.kit.failure.StoppedException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/**
 * Has every known repository read anew, which also deletes what their PDSes no longer have.
 * Thread-safe.
 */
final class KnownHistory implements History, AutoCloseable {

    private static final Logger LOG = Logger.getLogger(KnownHistory.class);

    private final KnownRepos known;
    private final Consumer<Did> readAnew;
    private final Retry retry = new Retry(Backoff.DEFAULT, () -> {});
    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();

    /**
     * Gives known repositories to {@code readAnew}, which returns when one is asked for where a
     * crash does not lose it, and may hold us up while many wait.
     */
    KnownHistory(KnownRepos known, Consumer<Did> readAnew) {
        this.known = known;
        this.readAnew = readAnew;
    }

    @Override
    public Future<?> ask(Missing missing) {
        return executor.submit(
                () -> retry.whileDown("asking for what was missed", () -> askOnce(missing)));
    }

    private boolean askOnce(Missing missing) {
        try {
            known.forEach(readAnew);
            LOG.infof("every known repository is read anew: %s", missing.why());
            return true;
        } catch (StoppedException | InfrastructureException e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.error("repositories are asked for again, for a reason nobody classified", e);
            throw new InfrastructureException("an unexpected failure, see the log", e);
        }
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}
