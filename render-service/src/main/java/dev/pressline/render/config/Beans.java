package dev.pressline.render.config;

import dev.pressline.contract.event.Generation;
import dev.pressline.contract.event.Topics;
import dev.pressline.kit.health.Requirements;
import dev.pressline.kit.store.Buckets;
import dev.pressline.render.feed.FeedRenderer;
import dev.pressline.render.job.PressProgress;
import dev.pressline.render.page.PageRenderer;
import dev.pressline.render.page.SiteSettings;
import dev.pressline.render.state.KeptStores;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;

/** The plain objects of render as beans. */
@ApplicationScoped
class Beans {

    @Produces
    @Singleton
    SiteSettings settings(RenderConfig config) {
        return new SiteSettings(
                config.publicUrl(),
                config.siteName(),
                config.search().enabled(),
                config.webSub().hub());
    }

    @Produces
    @Singleton
    PageRenderer pages(SiteSettings settings) {
        return new PageRenderer(settings);
    }

    @Produces
    @Singleton
    FeedRenderer feeds(SiteSettings settings) {
        return new FeedRenderer(settings);
    }

    @Produces
    @Singleton
    Clock clock() {
        return Clock.systemUTC();
    }

    @Produces
    @Singleton
    KeptStores stores(Clock clock) {
        return new KeptStores(clock);
    }

    @Produces
    @Singleton
    PressProgress press() {
        return new PressProgress(System::currentTimeMillis);
    }

    @Produces
    @Singleton
    Requirements requirements(Buckets buckets, Generation own) {
        return new Requirements(
                Stream.of(Topics.NORMALIZED, Topics.JOBS, Topics.FEEDS, Topics.RENDERED)
                        .map(own::topic)
                        .toList(),
                List.of(buckets.site(), buckets.values()));
    }
}
