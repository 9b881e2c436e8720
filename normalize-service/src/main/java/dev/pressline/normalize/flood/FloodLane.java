package dev.pressline.normalize.flood;

import dev.pressline.contract.event.EnvelopeHeaders;
import dev.pressline.contract.event.Topics;
import dev.pressline.contract.identifier.Tid;
import dev.pressline.kit.crash.CrashPoint;
import dev.pressline.kit.failure.Backoff;
import dev.pressline.kit.failure.Retry;
import dev.pressline.kit.stage.Lane;
import dev.pressline.kit.stage.RecordHandler;
import dev.pressline.kit.stage.StageLoop;
import dev.pressline.kit.store.AccountStandings;
import dev.pressline.normalize.pending.PutOff;
import dev.pressline.normalize.pending.PutOffRecords;
import dev.pressline.normalize.pending.RawRuns;
import dev.pressline.normalize.pending.RunSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * The lane of floods: handles what was put off as the stage would have, one account at a time,
 * beside the stage, and no faster than those who follow take it. Notes are sent when the events are
 * durable, so that a crash loses none. For one thread; its count is thread-safe.
 */
final class FloodLane {

    /** After how many records it asks whether the stage waits for the account. */
    static final int SLICE = 25;

    /** So many records may lie before those who follow: a batch, so that they are never idle. */
    static final int MOST_BEHIND = 100;

    private final PutOffRecords putOff;
    private final Backlog followers;
    private final RunSource runs;
    private final AccountsInHand accounts;
    private final AccountStandings standings;
    private final RecordHandler handler;
    private final StageLoop.Outlets outlets;
    private final StageLoop loop;
    private final Retry retry;
    private final Queue<ProducerRecord<String, byte[]>> notes = new ConcurrentLinkedQueue<>();
    private final AtomicInteger finishing = new AtomicInteger();

    FloodLane(
            PutOffRecords putOff,
            Backlog followers,
            RunSource runs,
            AccountsInHand accounts,
            AccountStandings standings,
            RecordHandler handler,
            StageLoop.Outlets outlets) {
        this.putOff = putOff;
        this.followers = followers;
        this.runs = runs;
        this.accounts = accounts;
        this.standings = standings;
        this.handler = handler;
        this.outlets = outlets;
        this.loop = new StageLoop(this::handle, Lane.ACCOUNT, outlets, 1);
        this.retry = new Retry(Backoff.DEFAULT, outlets.loop()::turned);
    }

    /** How many records have been handled of which not everything is durable yet. */
    int finishing() {
        return finishing.get();
    }

    /**
     * Handles a run of the account whose turn it is; returns false when nothing waits, or those who
     * follow have enough to do on its partition. Throws {@link
     * dev.pressline.kit.failure.InfrastructureException} when brokers or store are down; then
     * nothing has changed.
     */
    boolean turn() {
        Optional<PutOff> next =
                putOff.next().filter(first -> followers.of(first.partition()) <= MOST_BEHIND);
        next.ifPresent(first -> accounts.asLane(first.account(), () -> handleFrom(first)));
        return next.isPresent();
    }

    private void handleFrom(PutOff first) {
        RawRuns.Run run = runs.read(first.partition(), first.offset());
        Optional<Tid> deleted = standings.deletedAt(first.account());
        try {
            List<PutOff> done = handle(putOff.before(first, run.end()), byOffset(run), deleted);
            done.forEach(each -> notes.addAll(putOff.done(each)));
            if (putOff.owns(first.partition())) {
                retry.whileDown("noting what is done", this::sendNotes);
                CrashPoint.FLOODS_NOTED.reached();
            }
        } finally {
            notes.clear();
            finishing.set(0);
        }
    }

    private static Map<Long, ConsumerRecord<String, byte[]>> byOffset(RawRuns.Run run) {
        return run.records().stream()
                .collect(Collectors.toMap(ConsumerRecord::offset, Function.identity()));
    }

    /** Handles records until the stage waits for their account; returns those that are done. */
    private List<PutOff> handle(
            List<PutOff> waiting,
            Map<Long, ConsumerRecord<String, byte[]>> raw,
            Optional<Tid> deleted) {
        List<PutOff> done = new ArrayList<>();
        while (done.size() < waiting.size() && (done.isEmpty() || !accounts.isWanted())) {
            int end = Math.min(waiting.size(), done.size() + SLICE);
            List<PutOff> slice = waiting.subList(done.size(), end);
            loop.turn(
                    slice.stream()
                            .filter(each -> !isOfTheDeleted(each, deleted) && putOff.waits(each))
                            .flatMap(
                                    each ->
                                            Optional.ofNullable(raw.get(each.offset())).stream()
                                                    .filter(record -> isIts(record, each)))
                            .toList());
            done.addAll(slice);
        }
        return done;
    }

    private static boolean isOfTheDeleted(PutOff record, Optional<Tid> deleted) {
        return deleted.filter(rev -> rev.compareTo(record.rev()) >= 0).isPresent();
    }

    /** Whether the version that was put off stands there; else a newer one has displaced it. */
    private static boolean isIts(ConsumerRecord<String, byte[]> raw, PutOff record) {
        return record.key().equals(raw.key())
                && EnvelopeHeaders.text(raw.headers(), "ce_rev")
                        .equals(Optional.of(record.rev().value()));
    }

    /** What the stage would have done, with the notes kept back. */
    private List<ProducerRecord<String, byte[]>> handle(ConsumerRecord<String, byte[]> input) {
        finishing.incrementAndGet();
        List<ProducerRecord<String, byte[]>> events = new ArrayList<>();
        for (ProducerRecord<String, byte[]> each : handler.handle(input)) {
            (each.topic().equals(Topics.PENDING) ? notes : events).add(each);
        }
        return events;
    }

    private boolean sendNotes() {
        outlets.producer().sendAll(List.copyOf(notes));
        return true;
    }
}
