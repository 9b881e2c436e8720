package dev.pressline.ingest.live;

import dev.pressline.contract.identifier.Did;
import dev.pressline.ingest.archive.ArchiveReading;
import dev.pressline.ingest.archive.ArchiveRow;
import dev.pressline.ingest.archive.InvalidArchiveException;
import dev.pressline.ingest.cursor.Claim;
import dev.pressline.ingest.cursor.Cursor;
import dev.pressline.ingest.cursor.Missing;
import dev.pressline.ingest.publish.Intake;
import dev.pressline.ingest.row.Row;
import dev.pressline.ingest.source.RecordSource.StreamSource;
import dev.pressline.ingest.stream.StreamEvent;
import dev.pressline.ingest.stream.StreamMessage;
import dev.pressline.kit.failure.Backoff;
import dev.pressline.kit.failure.Retry;
import dev.pressline.kit.failure.StoppedException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/**
 * Reads one stream for ever: from behind the cursor, through every end of the connection. The
 * cursor moves, and the host hears that a message is done, only when the brokers have what came of
 * it. Runs on one thread.
 */
final class StreamReader {

    private static final Logger LOG = Logger.getLogger(StreamReader.class);
    private static final Duration IDLE = Duration.ofMillis(50);
    private static final int MAX_CAUSE = 200;
    private static final long SAVE_NANOS = Duration.ofSeconds(1).toNanos();

    private final StreamSource source;
    private final StreamProtocol protocol;
    private final StreamTools tools;
    private final StreamPlace place;
    private final MissingHistory history;
    private final AccountGate accounts;
    private final Claim claim;
    private final Intake intake;
    private final Retry retry;
    private final List<Long> done = new ArrayList<>();
    private final CountDownLatch stop = new CountDownLatch(1);
    private boolean archiveIsDue;
    private boolean isInArchive;
    private volatile boolean overwritten;
    private volatile boolean overtaken;
    private long savedAt = System.nanoTime();
    private long line;

    StreamReader(
            StreamSource source,
            StreamProtocol protocol,
            StreamTools tools,
            StreamTools.Start start) {
        this.source = source;
        this.protocol = protocol;
        this.tools = tools;
        this.claim = start.claim();
        this.place =
                new StreamPlace(
                        source,
                        tools.notes().cursors(),
                        new StreamPlace.Terms(tools.wanted(), tools.host(), start.claim()),
                        start.cursor());
        this.history = new MissingHistory(tools.history(), place, tools.metrics());
        this.accounts = new AccountGate(tools.notes().known(), !protocol.tellsOfEveryAccount());
        this.archiveIsDue = start.cursor().isEmpty() && protocol.archive().isPresent();
        this.intake = tools.intakes().open(source);
        this.retry = new Retry(Backoff.DEFAULT, tools.loop()::turned);
        start.cursor().ifPresent(this::compare);
    }

    /** What another filter or another host did not give is to be read in another way. */
    private void compare(Cursor.OfStream before) {
        List<String> added = tools.wanted().beyond(before.collections());
        if (!before.filter().equals(tools.wanted().hash()) && !added.isEmpty()) {
            place.lacks(new Missing("newly wanted", before.time(), added));
        }
        if (protocol.tellsOfEveryAccount() && !before.host().equals(tools.host())) {
            place.lacks(new Missing("before at " + before.host(), before.time(), List.of()));
        }
    }

    /** Reads until it is asked to stop or the thread is interrupted. */
    void run() {
        tools.loop().begins();
        try {
            place.save();
            for (int attempt = 1; isWanted(); attempt++) {
                Optional<Cursor.OfStream> before = place.at();
                readArchive();
                String why = connection();
                tools.metrics().ended();
                attempt = place.at().equals(before) ? attempt : 0;
                pause(attempt + 1, why);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (StoppedException e) {
            LOG.infof("stream stops while something is down: %s", source.name());
        } finally {
            history.stop();
            protocol.close();
            tools.metrics().saved(true);
            tools.loop().rests();
        }
    }

    private boolean isWanted() {
        return stop.getCount() > 0;
    }

    /** Has it flush, save its cursor and end. Called by any thread. */
    void askToStop() {
        stop.countDown();
    }

    /**
     * Somebody wrote a cursor of this stream under a claim: if it is newer than ours the stream is
     * no longer ours; if it is older ours is written again, so that it stays when the topic is
     * compacted. Called by any thread.
     */
    void written(Claim other) {
        if (other.equals(claim)) {
            return;
        }
        if (claim.yieldsTo(other)) {
            LOG.warnf("stream %s was taken over by %s", source.name(), other.replica());
            overtaken = true;
            askToStop();
        } else {
            overwritten = true;
        }
    }

    /** Reads what is older than the stream has, when that is due and there is an archive. */
    private void readArchive() {
        if (archiveIsDue && protocol.archive().isPresent()) {
            ArchiveReading reading =
                    new ArchiveReading(protocol.archive().get(), retry, this::isWanted);
            long after =
                    place.at()
                            .filter(at -> at.host().equals(tools.host()))
                            .map(Cursor.OfStream::position)
                            .orElse(0L);
            try {
                LOG.infof("stream %s: the archive is read behind %d", source.name(), after);
                isInArchive = true;
                reading.read(after, new Archived());
            } catch (InvalidArchiveException e) {
                gap("the archive is not as its format says: " + e.getMessage());
                place.forgetPosition();
            }
            isInArchive = false;
            archiveIsDue = false;
        }
    }

    /** Takes the events of an archive as if the stream had said them. */
    private final class Archived implements ArchiveReading.Listener {

        @Override
        public void event(ArchiveRow row) {
            tools.loop().turned();
            placed(tools.archived().of(row), row.payload());
            settle(text -> {}, false);
        }

        @Override
        public void done(long seq) {
            place.moveTo(
                    new StreamEvent.Place(seq, place.at().map(Cursor.OfStream::time).orElse(0L)));
            settle(text -> {}, true);
        }
    }

    private void pause(int attempt, String why) throws InterruptedException {
        if (!isWanted()) {
            LOG.infof("stream %s ends: %s", source.name(), why);
            return;
        }
        Duration pause = Backoff.DEFAULT.pause(attempt);
        LOG.infof("stream %s: %s; again in %d ms", source.name(), why, pause.toMillis());
        if (!stop.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
            tools.loop().turned();
        }
    }

    /** Reads one connection to its end, and says why it ended. */
    private String connection() throws InterruptedException {
        try (Socket socket = Socket.open(tools.client(), protocol.request(place.at()))) {
            Optional<String> end = Optional.empty();
            while (isWanted() && end.isEmpty()) {
                Optional<Socket.Signal> signal = socket.next(IDLE);
                tools.loop().turned();
                if (signal.isPresent()) {
                    end = take(signal.get());
                }
                settle(socket::send, signal.isEmpty() || end.isPresent());
            }
            settle(socket::send, true);
            return end.orElse("asked to stop");
        }
    }

    private Optional<String> take(Socket.Signal signal) {
        return switch (signal) {
            case Socket.Signal.Opened opened -> {
                tools.metrics().opened();
                place.opened(ChronoUnit.MICROS.between(Instant.EPOCH, tools.clock().instant()));
                yield Optional.empty();
            }
            case Socket.Signal.Closed(String why, String body) -> closed(why, body);
            case Socket.Signal.Received(StreamMessage message) -> {
                StreamEvent event =
                        retry.whileDown(
                                "reading " + source.name(),
                                () -> protocol.decoder().decode(message));
                yield take(event, message);
            }
        };
    }

    private Optional<String> closed(String why, String body) {
        protocol.refused(body);
        if (body.contains("CursorTooOld")) {
            tooOld(body);
        }
        return Optional.of(body.isEmpty() ? why : why + ": " + body);
    }

    private void tooOld(String why) {
        if (protocol.archive().isPresent()) {
            archiveIsDue = true;
        } else {
            gap(why);
            place.forgetPosition();
        }
    }

    private Optional<String> take(StreamEvent event, StreamMessage message) {
        switch (event) {
            case StreamEvent.Placed placed -> {
                placed(placed, bytes(message));
                done.add(placed.place().position());
            }
            case StreamEvent.Unreadable(var reason, String text) ->
                    intake.take(++line, new Row.Rejected(reason, "", text), bytes(message));
            case StreamEvent.Gap(String why) -> gap(why);
            case StreamEvent.Ended(String error, String text) -> {
                protocol.refused(error);
                if (error.equals("FutureCursor")) {
                    gap(error + ": " + text);
                    place.forgetPosition();
                }
                return Optional.of(error + ' ' + text);
            }
            case StreamEvent.Nothing nothing -> {}
        }
        return Optional.empty();
    }

    private void placed(StreamEvent.Placed event, byte[] bytes) {
        tools.metrics().received(event.place().time());
        switch (event) {
            case StreamEvent.Rows rows -> take(rows, bytes);
            case StreamEvent.AccountChanged changed -> {
                if (accounts.passes(changed, bytes)) {
                    accountChanged(changed, bytes);
                }
            }
            case StreamEvent.IdentityChanged changed -> {
                take(changed, bytes);
                identityChanged(changed.did());
            }
            case StreamEvent.RepositoryReset reset -> {
                if (tools.notes().known().contains(reset.did())) {
                    doubt(reset.did(), "the repository was reset");
                }
            }
            case StreamEvent.Doubtful doubtful -> {
                take(doubtful, bytes);
                doubt(doubtful.did(), doubtful.why());
            }
        }
        place.moveTo(event.place());
    }

    private void take(StreamEvent.Placed event, byte[] bytes) {
        for (Row row : event.rows()) {
            intake.take(++line, row, bytes);
        }
    }

    private void accountChanged(StreamEvent.AccountChanged event, byte[] bytes) {
        take(event, bytes);
        if (event.active() && !isInArchive) {
            doubt(event.did(), "the account is active again");
        }
    }

    /** Keys or PDS may be others now: both are looked up anew, and what the PDS now there has. */
    private void identityChanged(Did did) {
        tools.changed().accept(did);
        if (protocol.tellsOfEveryAccount() && !isInArchive && tools.notes().known().contains(did)) {
            doubt(did, "the identity may have changed");
        }
    }

    private static byte[] bytes(StreamMessage message) {
        return switch (message) {
            case StreamMessage.Text(byte[] utf8) -> utf8;
            case StreamMessage.Binary(byte[] bytes) -> bytes;
        };
    }

    private void doubt(Did did, String why) {
        tools.metrics().doubt();
        LOG.infof("repository is read anew: did=%s why=%s", did, why);
        tools.doubtful().accept(did);
    }

    private void gap(String why) {
        tools.metrics().gap();
        LOG.warnf("stream %s has a gap, what is known is read anew: %s", source.name(), why);
        String cause = why.substring(0, Math.min(MAX_CAUSE, why.length()));
        place.lacks(
                new Missing(cause, place.at().map(Cursor.OfStream::time).orElse(0L), List.of()));
    }

    /** When nothing waits, or a second has passed: flushes, moves the cursor, acknowledges. */
    private void settle(Consumer<String> toHost, boolean isIdle) {
        history.turn();
        if (overwritten) {
            overwritten = false;
            place.overwritten();
        }
        tools.metrics().saved(place.isSaved());
        boolean due = System.nanoTime() - savedAt > SAVE_NANOS || accounts.isFull();
        if (place.isSaved() || overtaken || !(isIdle || due)) {
            return;
        }
        intake.flush();
        decideOnAccounts();
        tools.notes().heads().save(source, protocol.headChanges());
        for (long position : done) {
            protocol.acknowledgement(position).ifPresent(toHost);
        }
        done.clear();
        place.save();
        tools.metrics().saved(true);
        savedAt = System.nanoTime();
    }

    /** Decides on the events of accounts that seemed unknown, now that all before is noted. */
    private void decideOnAccounts() {
        int held = accounts.held();
        List<AccountGate.Held> passing = accounts.decide();
        passing.forEach(each -> accountChanged(each.event(), each.message()));
        tools.metrics().skipped(held - passing.size());
        intake.flush();
    }
}
