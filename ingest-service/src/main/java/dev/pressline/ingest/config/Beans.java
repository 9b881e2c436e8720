package dev.pressline.ingest.config;

import dev.pressline.atproto.http.GuardedHttp;
import dev.pressline.atproto.identity.DidResolver;
import dev.pressline.atproto.identity.HandleResolver;
import dev.pressline.atproto.identity.SystemTxtRecords;
import dev.pressline.atproto.pds.PdsClient;
import dev.pressline.contract.event.Topics;
import dev.pressline.ingest.identity.ResolvedKeys;
import dev.pressline.ingest.row.RefusedSubjects;
import dev.pressline.ingest.row.RowParser;
import dev.pressline.ingest.row.WantedCollections;
import dev.pressline.ingest.stream.AccountKeys;
import dev.pressline.kit.health.Requirements;
import dev.pressline.kit.store.StoreConfig;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;

/** The plain objects of ingest as beans. */
@ApplicationScoped
class Beans {

    @Produces
    @Singleton
    Clock clock() {
        return Clock.systemUTC();
    }

    @Produces
    @Singleton
    WantedCollections wanted(IngestConfig config) {
        return new WantedCollections(config.collections());
    }

    /** Made as the service starts, which a name that is none ends. */
    @Startup
    @Produces
    @Singleton
    RefusedSubjects refused(IngestConfig config) {
        return RefusedSubjects.parse(config.refused().orElse(List.of()));
    }

    @Produces
    @Singleton
    RowParser parser(WantedCollections wanted) {
        return new RowParser(wanted);
    }

    @Produces
    @Singleton
    GuardedHttp http(AtprotoConfig config, Clock clock) {
        return new GuardedHttp(config.allowLoopback(), clock);
    }

    @Produces
    @Singleton
    DidResolver dids(GuardedHttp http, AtprotoConfig config, Clock clock) {
        return new DidResolver(http, config.plcUrl(), config.allowLoopback(), clock);
    }

    @Produces
    @Singleton
    HandleResolver handles(GuardedHttp http, DidResolver dids) {
        return new HandleResolver(http, new SystemTxtRecords(), dids);
    }

    @Produces
    @Singleton
    PdsClient pds(GuardedHttp http) {
        return new PdsClient(http);
    }

    @Produces
    @Singleton
    AccountKeys keys(DidResolver dids) {
        return new AccountKeys(new ResolvedKeys(dids));
    }

    @Produces
    @Singleton
    Requirements requirements(StoreConfig store) {
        return new Requirements(
                List.of(
                        Topics.RAW,
                        Topics.CURSORS,
                        Topics.REPOS,
                        Topics.deadLetters(Topics.RAW, "ingest")),
                List.of(store.valuesBucket()));
    }
}
