package dev.pressline.render.served;

import dev.pressline.contract.event.Generation;
import dev.pressline.contract.identifier.InvalidIdentifierException;
import dev.pressline.kit.failure.InfrastructureException;
import dev.pressline.kit.store.Buckets;
import dev.pressline.kit.store.ObjectStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * Which generation readers get, as the pointer in the store says: looked at again when somebody
 * asks and the last look is a second old. What was known stays while the store does not answer, or
 * the pointer names none. Thread-safe.
 */
@ApplicationScoped
public class ServedGeneration {

    /** How old an answer may be. */
    public static final Duration AGE = Duration.ofSeconds(1);

    private static final Logger LOG = Logger.getLogger(ServedGeneration.class);

    private final Supplier<Optional<byte[]>> pointer;
    private final Clock clock;
    private final ReentrantLock looking = new ReentrantLock();
    private volatile Optional<Look> last = Optional.empty();

    private record Look(Generation generation, Instant at) {}

    @Inject
    ServedGeneration(ObjectStore store, Buckets buckets, Clock clock) {
        this(() -> store.get(buckets.values(), Generation.POINTER), clock);
    }

    /** Asks {@code pointer} for what the pointer says; empty where there is none. */
    public ServedGeneration(Supplier<Optional<byte[]>> pointer, Clock clock) {
        this.pointer = pointer;
        this.clock = clock;
    }

    /**
     * The generation that readers get now. Throws {@link InfrastructureException} when the store
     * has never answered.
     */
    public Generation now() {
        Optional<Look> known = last;
        if (known.filter(this::isFresh).isPresent()) {
            return known.get().generation();
        }
        return known.isPresent() ? again(known.get()) : first();
    }

    private boolean isFresh(Look look) {
        return look.at().plus(AGE).isAfter(clock.instant());
    }

    private Generation first() {
        looking.lock();
        try {
            return last.map(Look::generation).orElseGet(() -> noted(named(Generation.FIRST)));
        } finally {
            looking.unlock();
        }
    }

    /** One looks; the others go on with what is known. */
    private Generation again(Look known) {
        if (!looking.tryLock()) {
            return known.generation();
        }
        try {
            return noted(named(known.generation()));
        } catch (InfrastructureException e) {
            LOG.debugf("the generation served stays %s: %s", known.generation(), e.getMessage());
            return noted(known.generation());
        } finally {
            looking.unlock();
        }
    }

    private Generation noted(Generation generation) {
        last = Optional.of(new Look(generation, clock.instant()));
        return generation;
    }

    /** What the pointer says; where it names none, what was known. */
    private Generation named(Generation known) {
        Optional<String> name =
                pointer.get().map(bytes -> new String(bytes, StandardCharsets.UTF_8).strip());
        try {
            return name.map(Generation::parse).orElse(Generation.FIRST);
        } catch (InvalidIdentifierException e) {
            LOG.errorf("the pointer names no generation, so %s stays: %s", known, e.getMessage());
            return known;
        }
    }
}
