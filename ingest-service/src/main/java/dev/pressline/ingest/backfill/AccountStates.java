package dev.pressline.ingest.backfill;

import dev.pressline.atproto.pds.PdsClient;
import dev.pressline.atproto.pds.RepoStatus;
import dev.pressline.contract.identifier.Did;
import dev.pressline.ingest.publish.Intake;
import dev.pressline.ingest.publish.Intakes;
import dev.pressline.ingest.source.RecordSource.RepoSource;
import dev.pressline.ingest.stream.AccountRows;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Publishes the state in which a reading finds an account, where we have published another, or a
 * stream doubted the account: so one that only backfills read is hidden and comes back as well, and
 * whoever shows handles looks again. Blocks; thread-safe.
 */
@ApplicationScoped
class AccountStates {

    private static final byte[] NO_BYTES = {};

    private final RepoHost host;
    private final PdsClient pds;
    private final KnownRecords known;
    private final Intakes intakes;
    private final Clock clock;

    AccountStates(RepoHost host, PdsClient pds, KnownRecords known, Intakes intakes, Clock clock) {
        this.host = host;
        this.pds = pds;
        this.known = known;
        this.intakes = intakes;
        this.clock = clock;
    }

    /**
     * Asks the PDS of an account that we show or have hidden; returns when the brokers have what
     * differs. A PDS that does not tell changes nothing.
     */
    void settle(Reading reading, Did did) {
        Progress progress = reading.progress();
        KnownRecords.Known account =
                progress.ask("looking up " + did, () -> known.account(did, progress::working));
        RepoStatus before = account.state().map(KnownAccount::status).orElse(RepoStatus.ACTIVE);
        if (account.hasRecords() || !before.active()) {
            host.status(progress, did, url -> pds.repoStatus(url, did))
                    .filter(now -> !now.equals(before) || isDoubted(reading))
                    .ifPresent(now -> publish(reading, did, now, account));
        }
    }

    /**
     * Whether a stream had it read, perhaps since the handle changed: then the state is told anew.
     */
    private static boolean isDoubted(Reading reading) {
        return reading.source() instanceof RepoSource && !reading.onlyIfChanged();
    }

    private void publish(Reading reading, Did did, RepoStatus now, KnownRecords.Known account) {
        Intake intake = intakes.open(reading.source());
        long time = micros(account);
        intake.take(1, AccountRows.of(did, now.active(), now.status(), time), NO_BYTES);
        intake.flush();
    }

    /** The time of this state, which is later than the one before. */
    private long micros(KnownRecords.Known account) {
        long now = ChronoUnit.MICROS.between(Instant.EPOCH, clock.instant());
        return account.state()
                .map(state -> ChronoUnit.MICROS.between(Instant.EPOCH, state.rev().instant()) + 1)
                .map(next -> Math.max(now, next))
                .orElse(now);
    }
}
