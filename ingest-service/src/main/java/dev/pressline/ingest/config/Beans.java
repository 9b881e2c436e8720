package dev.pressline.ingest.config;

import dev.pressline.atproto.http.GuardedHttp;
import dev.pressline.atproto.identity.DidResolver;
import dev.pressline.atproto.identity.HandleResolver;
import dev.pressline.atproto.identity.SystemTxtRecords;
import dev.pressline.atproto.pds.PdsClient;
import dev.pressline.contract.event.Topics;
import dev.pressline.ingest.row.RowParser;
import dev.pressline.ingest.row.WantedCollections;
import dev.pressline.kit.health.Requirements;
import dev.pressline.kit.store.StoreConfig;
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
    WantedCollections wanted(IngestConfig config) {
        return new WantedCollections(config.collections());
    }

    @Produces
    @Singleton
    RowParser parser(WantedCollections wanted) {
        return new RowParser(wanted);
    }

    @Produces
    @Singleton
    GuardedHttp http(AtprotoConfig config) {
        return new GuardedHttp(config.allowLoopback(), Clock.systemUTC());
    }

    @Produces
    @Singleton
    DidResolver resolver(GuardedHttp http, AtprotoConfig config) {
        return new DidResolver(http, config.plcUrl(), config.allowLoopback(), Clock.systemUTC());
    }

    @Produces
    @Singleton
    HandleResolver handles(GuardedHttp http, DidResolver resolver) {
        return new HandleResolver(http, new SystemTxtRecords(), resolver);
    }

    @Produces
    @Singleton
    PdsClient pds(GuardedHttp http) {
        return new PdsClient(http);
    }

    @Produces
    @Singleton
    Requirements requirements(StoreConfig store) {
        return new Requirements(
                List.of(Topics.RAW, Topics.CURSORS, Topics.deadLetters(Topics.RAW, "ingest")),
                List.of(store.valuesBucket()));
    }
}
