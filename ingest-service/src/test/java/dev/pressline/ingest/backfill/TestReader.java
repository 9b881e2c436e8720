package dev.pressline.ingest.backfill;

import dev.pressline.atproto.http.GuardedHttp;
import dev.pressline.atproto.identity.DidResolver;
import dev.pressline.atproto.identity.HandleResolver;
import dev.pressline.atproto.pds.PdsClient;
import dev.pressline.ingest.identity.ResolvedKeys;
import dev.pressline.ingest.publish.Intakes;
import dev.pressline.ingest.row.RowParser;
import dev.pressline.ingest.row.WantedCollections;
import dev.pressline.ingest.stream.AccountKeys;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;

/** A reader of a {@link FakeNetwork}, for which no host stays parked. */
final class TestReader {

    /** The largest repository of tests. */
    static final int LARGEST = 1_000_000;

    private static final Clock NOW =
            Clock.fixed(Instant.parse("2026-12-01T00:00:00Z"), ZoneOffset.UTC);
    private static final RepoSpool SPOOL =
            new RepoSpool(Path.of(System.getProperty("java.io.tmpdir"), "pressline-test"), LARGEST);

    private TestReader() {}

    static RepoReader of(FakeNetwork network, Intakes intakes, WantedCollections wanted) {
        return of(network, intakes, wanted, (did, rev, working) -> List.of());
    }

    static RepoReader of(
            FakeNetwork network, Intakes intakes, WantedCollections wanted, KnownRecords known) {
        return of(network.url(), intakes, wanted, known);
    }

    static RepoReader of(
            String plcUrl, Intakes intakes, WantedCollections wanted, KnownRecords known) {
        Clock racing = new RacingClock();
        GuardedHttp http = new GuardedHttp(true, racing);
        DidResolver dids = new DidResolver(http, plcUrl, true, Clock.systemUTC());
        HandleResolver handles = new HandleResolver(http, name -> List.of(), dids);
        RepoAddress addresses = new RepoAddress(dids, handles);
        RepoHost host = new RepoHost(addresses);
        PdsClient pds = new PdsClient(http);
        AccountKeys keys = new AccountKeys(new ResolvedKeys(dids));
        SignedRecords signed =
                new SignedRecords(
                        wanted, intakes, known, new SingleRecords(host, pds, keys, wanted));
        return new RepoReader(
                addresses,
                new CarReading(host, pds, keys, SPOOL, signed, NOW),
                new ListReading(host, pds, new RowParser(wanted), wanted, intakes, known, NOW));
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
