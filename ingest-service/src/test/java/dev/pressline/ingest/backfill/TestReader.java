package dev.pressline.ingest.backfill;

import dev.pressline.atproto.http.GuardedHttp;
import dev.pressline.atproto.identity.DidResolver;
import dev.pressline.atproto.identity.HandleResolver;
import dev.pressline.atproto.pds.PdsClient;
import dev.pressline.contract.identifier.Did;
import dev.pressline.contract.identifier.Tid;
import dev.pressline.ingest.Bench;
import dev.pressline.ingest.identity.ResolvedKeys;
import dev.pressline.ingest.publish.Intakes;
import dev.pressline.ingest.row.RowParser;
import dev.pressline.ingest.row.WantedCollections;
import dev.pressline.ingest.stream.AccountKeys;
import dev.pressline.kit.failure.Backoff;
import dev.pressline.kit.health.LoopMonitor;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** A reader of a {@link FakeNetwork}, for which no host stays parked. */
final class TestReader {

    /** What tests read of repositories. */
    static final WantedCollections WANTED = new WantedCollections(List.of("site.standard.*"));

    /** The largest repository of tests. */
    static final int LARGEST = 1_000_000;

    private static final Clock NOW =
            Clock.fixed(Instant.parse("2026-12-01T00:00:00Z"), ZoneOffset.UTC);
    private static final RepoSpool SPOOL =
            new RepoSpool(Path.of(System.getProperty("java.io.tmpdir"), "pressline-test"), LARGEST);

    private static final OlderRecords NOTHING = (did, rev, working) -> List.of();

    private TestReader() {}

    static RepoReader of(FakeNetwork network, Intakes intakes, WantedCollections wanted) {
        return of(network, intakes, wanted, NOTHING);
    }

    static RepoReader of(
            FakeNetwork network, Intakes intakes, WantedCollections wanted, OlderRecords known) {
        return of(network.url(), intakes, wanted, known);
    }

    static RepoReader of(
            String plcUrl, Intakes intakes, WantedCollections wanted, OlderRecords known) {
        return of(addresses(plcUrl), intakes, wanted, known);
    }

    private static RepoReader of(
            Addresses at, Intakes intakes, WantedCollections wanted, KnownRecords known) {
        RepoHost host = new RepoHost(at.addresses());
        PdsClient pds = new PdsClient(at.http());
        AccountKeys keys = new AccountKeys(new ResolvedKeys(at.dids()));
        SignedRecords signed =
                new SignedRecords(
                        wanted, intakes, known, new SingleRecords(host, pds, keys, wanted));
        return new RepoReader(
                at.addresses(),
                new CarReading(host, pds, keys, SPOOL, signed, NOW),
                new ListReading(host, pds, new RowParser(wanted), wanted, intakes, known, NOW),
                new RepoChanges(host, pds, known),
                new AccountStates(host, pds, known, intakes, NOW));
    }

    private record Addresses(GuardedHttp http, DidResolver dids, RepoAddress addresses) {}

    private static Addresses addresses(String plcUrl) {
        GuardedHttp http = new GuardedHttp(true, new RacingClock());
        DidResolver dids = new DidResolver(http, plcUrl, true, Clock.systemUTC());
        HandleResolver handles = new HandleResolver(http, name -> List.of(), dids);
        return new Addresses(http, dids, new RepoAddress(dids, handles));
    }

    /** A client for hosts of this machine, for which none stays parked. */
    static PdsClient pds() {
        return new PdsClient(new GuardedHttp(true, new RacingClock()));
    }

    /** Four workers that read what nobody knows, with these pauses. */
    static RepoWorkers workers(
            String plcUrl, Bench bench, WantedCollections wanted, Backoff backoff) {
        return workers(plcUrl, bench, wanted, backoff, NOTHING);
    }

    /** Four workers that read what is known, with these pauses. */
    static RepoWorkers workers(
            String plcUrl,
            Bench bench,
            WantedCollections wanted,
            Backoff backoff,
            KnownRecords known) {
        Addresses at = addresses(plcUrl);
        return new RepoWorkers(
                new RepoWorkers.Tools(
                        at.addresses(),
                        of(at, bench.intakes, wanted, known),
                        new BackfillMetrics(bench.registry)),
                new LoopMonitor().loop("backfill"),
                4,
                backoff);
    }

    /** Known records, but for what one of them is asked. */
    interface OlderRecords extends KnownRecords {

        @Override
        default Optional<Tid> lastRead(Did did, Runnable working) {
            return Optional.empty();
        }

        @Override
        default Known account(Did did, Runnable working) {
            return new Known(false, Optional.empty());
        }

        @Override
        default int groups() {
            return 0;
        }

        @Override
        default List<Did> accounts(int group, Runnable working) {
            return List.of();
        }
    }

    /** Moves on by more than the longest pause with each look. */
    private static final class RacingClock extends Clock {

        private Instant now = Instant.parse("2026-11-01T00:00:00Z");

        @Override
        public synchronized Instant instant() {
            now = now.plus(Duration.ofMinutes(20));
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
