package dev.pressline.ingest.backfill;

import dev.pressline.atproto.identity.DidDocument;
import dev.pressline.atproto.identity.DidResolver;
import dev.pressline.atproto.identity.HandleResolution;
import dev.pressline.atproto.identity.HandleResolver;
import dev.pressline.atproto.identity.Resolution;
import dev.pressline.atproto.pds.PdsAnswer;
import dev.pressline.contract.identifier.Did;
import dev.pressline.contract.identifier.Handle;
import dev.pressline.contract.identifier.InvalidIdentifierException;
import dev.pressline.ingest.row.WantedCollections;
import dev.pressline.kit.health.LoopMonitor;
import dev.pressline.kit.stage.Backoff;
import dev.pressline.kit.stage.InfrastructureException;
import dev.pressline.kit.stage.Retry;
import dev.pressline.kit.stage.StoppedException;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import okhttp3.HttpUrl;
import org.jboss.logging.Logger;

/**
 * The backfills of this process: one repository each, waiting out whatever is down. Thread-safe.
 */
@ApplicationScoped
public class Backfills {

    private static final Logger LOG = Logger.getLogger(Backfills.class);
    private static final Duration ASK_AGAIN = Duration.ofSeconds(2);

    private final DidResolver resolver;
    private final HandleResolver handles;
    private final RepoReader reader;
    private final WantedCollections wanted;
    private final LoopMonitor.Loop loop;
    private final Map<String, BackfillState> states = new ConcurrentSkipListMap<>();
    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();

    Backfills(
            DidResolver resolver,
            HandleResolver handles,
            RepoReader reader,
            WantedCollections wanted,
            LoopMonitor monitor) {
        this.resolver = resolver;
        this.handles = handles;
        this.reader = reader;
        this.wanted = wanted;
        this.loop = monitor.loop("backfill");
    }

    /**
     * Begins the backfill of a handle or DID, unless it is under way; throws {@link
     * InvalidIdentifierException}.
     */
    public void begin(String repo) {
        if (!repo.startsWith("did:")) {
            Handle.parse(repo);
        } else {
            Did.parse(repo);
        }
        BackfillState known = states.get(repo);
        if (known == null || known.phase().equals("done") || known.phase().equals("refused")) {
            states.put(repo, BackfillState.begun(repo));
            executor.execute(() -> run(repo));
        }
    }

    /** Where every backfill stands. */
    public Collection<BackfillState> states() {
        return states.values();
    }

    void stop(@Observes ShutdownEvent event) {
        executor.shutdownNow();
    }

    private void run(String repo) {
        try {
            Did did = repo.startsWith("did:") ? Did.parse(repo) : handle(repo);
            HttpUrl pds = pds(repo, did);
            reader.read(new RepoReader.Repo(did, pds), wanted.exact(), new Progress(repo));
            update(repo, state -> state.in("done", ""));
        } catch (RefusedRepoException e) {
            update(repo, state -> state.in("refused", String.valueOf(e.getMessage())));
        } catch (StoppedException e) {
            LOG.infof("backfill of %s stops with the service", repo);
        }
    }

    private Did handle(String repo) {
        return retry(repo).whileDown("resolving " + repo, () -> resolve(Handle.parse(repo)));
    }

    private Did resolve(Handle handle) {
        return switch (handles.resolve(handle)) {
            case HandleResolution.Proven(Did did) -> did;
            case HandleResolution.NotProven(String why) -> throw new RefusedRepoException(why);
            case HandleResolution.Unavailable(String why, Optional<Duration> after) ->
                    throw new InfrastructureException(why, after.orElse(ASK_AGAIN));
        };
    }

    private HttpUrl pds(String repo, Did did) {
        Resolution resolution = retry(repo).whileDown("resolving " + did, () -> resolve(did));
        Optional<HttpUrl> pds =
                resolution instanceof Resolution.Resolved(DidDocument document)
                        ? document.pds()
                        : Optional.empty();
        return pds.orElseThrow(() -> new RefusedRepoException("no DID document that names a PDS"));
    }

    private Resolution resolve(Did did) {
        Resolution resolution = resolver.resolve(did);
        if (resolution instanceof Resolution.Unavailable(String why, Optional<Duration> after)) {
            resolver.forget(did);
            throw new InfrastructureException(why, after.orElse(ASK_AGAIN));
        }
        return resolution;
    }

    private Retry retry(String repo) {
        return new Retry(
                Backoff.DEFAULT,
                () -> update(repo, state -> state.in(state.phase(), "waiting for the other side")));
    }

    private void update(String repo, java.util.function.UnaryOperator<BackfillState> change) {
        loop.turned();
        states.computeIfPresent(repo, (key, state) -> change.apply(state));
    }

    /** Hears how far a repository was read. */
    final class Progress {

        private final String repo;

        private Progress(String repo) {
            this.repo = repo;
        }

        void reading(String collection) {
            update(repo, state -> state.in("reading", collection));
        }

        void published(long records) {
            update(repo, state -> state.plus(records));
        }

        Retry retry() {
            return Backfills.this.retry(repo);
        }
    }

    static <T> T found(PdsAnswer<T> answer) {
        return switch (answer) {
            case PdsAnswer.Found<T> found -> found.value();
            case PdsAnswer.NotThere<T> no ->
                    throw new RefusedRepoException("the PDS answers " + no.why());
            case PdsAnswer.Refused<T> no -> throw new RefusedRepoException(no.why());
            case PdsAnswer.Unavailable<T> down ->
                    throw new InfrastructureException(
                            down.why(), down.retryAfter().orElse(ASK_AGAIN));
        };
    }
}
