package dev.pressline.normalize.flood;

import dev.pressline.contract.event.Envelope;
import dev.pressline.contract.event.EnvelopeHeaders;
import dev.pressline.contract.event.EventKey;
import dev.pressline.contract.event.InvalidEnvelopeException;
import dev.pressline.contract.event.VersionGuard;
import dev.pressline.contract.identifier.AtUri;
import dev.pressline.contract.identifier.Did;
import dev.pressline.contract.identifier.InvalidIdentifierException;
import dev.pressline.kit.failure.Backoff;
import dev.pressline.kit.failure.Retry;
import dev.pressline.kit.kafka.EventProducer;
import dev.pressline.normalize.part.RawPlace;
import dev.pressline.normalize.pending.PutOff;
import dev.pressline.normalize.pending.PutOffRecords;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntToLongFunction;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;

/**
 * Decides which records of a batch are handled now, and puts the others off: versions of records
 * whose account has used up its allowance, while records of other accounts wait on the same
 * partition, or may. Deletes, account states and what is no valid event are never put off. For one
 * thread.
 */
public final class FloodGate {

    private final Allowances allowances;
    private final PutOffRecords putOff;
    private final IntToLongFunction ends;
    private final EventProducer producer;
    private final Clock clock;
    private final Retry retry = new Retry(Backoff.DEFAULT, () -> {});

    /** Asks {@code ends} where a partition of raw records ends. */
    public FloodGate(
            Allowances allowances,
            PutOffRecords putOff,
            IntToLongFunction ends,
            EventProducer producer,
            Clock clock) {
        this.allowances = allowances;
        this.putOff = putOff;
        this.ends = ends;
        this.producer = producer;
        this.clock = clock;
    }

    /** A record that may be put off, and where it stands. */
    private record Candidate(ConsumerRecord<String, byte[]> raw, AtUri uri, RawPlace place) {

        Did account() {
            return uri.did();
        }
    }

    /** The accounts of a batch. */
    public static Set<Did> accounts(ConsumerRecords<String, byte[]> batch) {
        Set<Did> accounts = new HashSet<>();
        batch.forEach(record -> account(record).ifPresent(accounts::add));
        return accounts;
    }

    private static Optional<Did> account(ConsumerRecord<String, byte[]> record) {
        try {
            return Optional.of(EventKey.parse(String.valueOf(record.key())).did());
        } catch (InvalidIdentifierException e) {
            return Optional.empty();
        }
    }

    /**
     * What of a batch is to be handled now, in its order; what is put off is noted on its topic
     * when this returns, so that the batch may be acknowledged when the rest is done. Waits while
     * the brokers are down; throws {@link dev.pressline.kit.failure.StoppedException} when stopped.
     */
    public List<ConsumerRecord<String, byte[]>> pass(ConsumerRecords<String, byte[]> batch) {
        List<Candidate> later = new ArrayList<>();
        for (TopicPartition partition : batch.partitions()) {
            later.addAll(later(batch.records(partition)));
        }
        Set<ConsumerRecord<String, byte[]>> raw =
                later.stream().map(Candidate::raw).collect(Collectors.toSet());
        List<ConsumerRecord<String, byte[]>> now = new ArrayList<>();
        batch.forEach(now::add);
        now.removeAll(raw);
        if (!later.isEmpty()) {
            now.addAll(retry.whileDown("noting what is put off", () -> note(later)));
        }
        return now;
    }

    /** What of a partition is put off. */
    private List<Candidate> later(List<ConsumerRecord<String, byte[]>> records) {
        List<Candidate> beyond =
                records.stream()
                        .flatMap(record -> candidate(record).stream())
                        .filter(this::isBeyondAllowance)
                        .toList();
        boolean isMoreBehind = !beyond.isEmpty() && isMoreBehind(records.getLast());
        putOff.arriving(
                records.getLast().partition(),
                isMoreBehind
                        ? beyond.stream().map(Candidate::account).collect(Collectors.toSet())
                        : Set.of());
        return isMoreBehind || isMixed(records) ? beyond : List.of();
    }

    private static boolean isMixed(List<ConsumerRecord<String, byte[]>> records) {
        return records.stream().map(FloodGate::account).distinct().count() > 1;
    }

    /** A version of a record that can be put off: of a delete or a state nobody would wait. */
    private Optional<Candidate> candidate(ConsumerRecord<String, byte[]> raw) {
        if (raw.key() == null || raw.value() == null) {
            return Optional.empty();
        }
        try {
            Envelope envelope = EnvelopeHeaders.read(raw.key(), raw.headers(), true);
            RawPlace place = new RawPlace(envelope.rev(), raw.partition(), raw.offset());
            return envelope.key() instanceof EventKey.OfRecord(AtUri uri)
                            && !VersionGuard.isFromTheFuture(envelope.rev(), clock.instant())
                    ? Optional.of(new Candidate(raw, uri, place))
                    : Optional.empty();
        } catch (InvalidEnvelopeException e) {
            return Optional.empty();
        }
    }

    private boolean isBeyondAllowance(Candidate candidate) {
        return !allowances.take(candidate.account(), clock.instant());
    }

    /** Whether more stands behind a record; whose it is, nobody knows before it is read. */
    private boolean isMoreBehind(ConsumerRecord<String, byte[]> last) {
        return retry.whileDown(
                "asking where a partition ends",
                () -> ends.applyAsLong(last.partition()) > last.offset() + 1);
    }

    /** Notes what is put off; returns what is older than what is known, and not worth a note. */
    private List<ConsumerRecord<String, byte[]>> note(List<Candidate> later) {
        List<ConsumerRecord<String, byte[]>> older = new ArrayList<>();
        List<PutOff> noted = new ArrayList<>();
        for (Candidate each : later) {
            putOff.putOff(each.raw().key(), each.place())
                    .ifPresentOrElse(noted::add, () -> older.add(each.raw()));
        }
        producer.sendAll(noted.stream().map(PutOffRecords::note).toList());
        noted.forEach(putOff::remember);
        return older;
    }
}
