package dev.pressline.local.removal;

import dev.pressline.contract.event.EnvelopeHeaders;
import dev.pressline.contract.event.EventKey;
import dev.pressline.contract.event.Topics;
import dev.pressline.contract.event.VersionGuard;
import dev.pressline.contract.identifier.AtUri;
import dev.pressline.contract.identifier.Did;
import dev.pressline.contract.identifier.InvalidIdentifierException;
import dev.pressline.contract.identifier.Tid;
import dev.pressline.local.watch.KafkaAccess;
import dev.pressline.local.watch.TopicReader;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * What the raw topic holds of some accounts and records, as far as it was read. Not thread-safe.
 */
public final class RawHoldings implements Consumer<ConsumerRecord<String, byte[]>> {

    private static final String REV = "ce_rev";

    private final Set<Did> accounts;
    private final Set<EventKey> records;
    private final Map<String, AtUri> held = new TreeMap<>();
    private final Clock clock;
    private Tid newest = Tid.MIN;

    /** Of these accounts, all records; of the others, themselves. */
    public RawHoldings(List<EventKey> subjects, Clock clock) {
        this.clock = clock;
        this.accounts =
                subjects.stream()
                        .filter(EventKey.OfAccount.class::isInstance)
                        .map(EventKey::did)
                        .collect(Collectors.toSet());
        this.records =
                subjects.stream()
                        .filter(EventKey.OfRecord.class::isInstance)
                        .collect(Collectors.toSet());
    }

    /** Reads the topic to its end. */
    public static RawHoldings of(KafkaAccess kafka, List<EventKey> subjects) {
        RawHoldings holdings = new RawHoldings(subjects, Clock.systemUTC());
        TopicReader.read(kafka, List.of(Topics.RAW), holdings);
        return holdings;
    }

    @Override
    public void accept(ConsumerRecord<String, byte[]> read) {
        key(read.key()).filter(this::isMeant).ifPresent(key -> note(key, read));
    }

    private static Optional<EventKey> key(String text) {
        try {
            return Optional.of(EventKey.parse(String.valueOf(text)));
        } catch (InvalidIdentifierException e) {
            return Optional.empty();
        }
    }

    private boolean isMeant(EventKey key) {
        return accounts.contains(key.did()) || records.contains(key);
    }

    private void note(EventKey key, ConsumerRecord<String, byte[]> read) {
        rev(read)
                .filter(rev -> !VersionGuard.isFromTheFuture(rev, clock.instant()))
                .filter(rev -> rev.compareTo(newest) > 0)
                .ifPresent(rev -> newest = rev);
        if (key instanceof EventKey.OfRecord one) {
            if (read.value() == null) {
                held.remove(key.text());
            } else {
                held.put(key.text(), one.uri());
            }
        }
    }

    private static Optional<Tid> rev(ConsumerRecord<String, byte[]> read) {
        try {
            return EnvelopeHeaders.text(read.headers(), REV).map(Tid::parse);
        } catch (InvalidIdentifierException e) {
            return Optional.empty();
        }
    }

    /** The records that are there. */
    public List<AtUri> held() {
        return List.copyOf(held.values());
    }

    /**
     * A version that is newer than all that is there: of this moment, or right behind them. What is
     * from the future counts for nobody, and so is not to be outdone.
     */
    public Tid next() {
        long now = ChronoUnit.MICROS.between(Instant.EPOCH, clock.instant());
        return Tid.of(Math.max(now, newest.micros() + 1), 0);
    }
}
