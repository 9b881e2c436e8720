package dev.pressline.ingest.backfill;

import dev.pressline.atproto.http.GuardedHttp;
import dev.pressline.atproto.identity.DidResolver;
import dev.pressline.atproto.identity.HandleResolver;
import dev.pressline.atproto.pds.PdsClient;
import dev.pressline.ingest.publish.Intakes;
import dev.pressline.ingest.row.RowParser;
import dev.pressline.ingest.row.WantedCollections;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;

/** A reader of a {@link FakeNetwork}, for which no host stays parked. */
final class TestReader {

    private TestReader() {}

    static RepoReader of(FakeNetwork network, Intakes intakes, WantedCollections wanted) {
        return of(network, intakes, wanted, (did, rev, working) -> List.of());
    }

    static RepoReader of(
            FakeNetwork network, Intakes intakes, WantedCollections wanted, KnownRecords known) {
        Clock clock = new RacingClock();
        GuardedHttp http = new GuardedHttp(true, clock);
        DidResolver dids = new DidResolver(http, network.url(), true, clock);
        HandleResolver handles = new HandleResolver(http, name -> List.of(), dids);
        return new RepoReader(
                new RepoAddress(dids, handles),
                new PdsClient(http),
                new RowParser(wanted),
                wanted,
                intakes,
                known);
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
