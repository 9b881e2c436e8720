package dev.pressline.render.config;

import dev.pressline.contract.event.Topics;
import dev.pressline.kit.health.Requirements;
import dev.pressline.kit.store.StoreConfig;
import dev.pressline.render.feed.FeedRenderer;
import dev.pressline.render.page.PageRenderer;
import dev.pressline.render.page.SiteSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;

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
    Requirements requirements(StoreConfig store) {
        return new Requirements(
                List.of(Topics.NORMALIZED, Topics.JOBS, Topics.FEEDS, Topics.RENDERED),
                List.of(store.siteBucket(), store.valuesBucket()));
    }
}
