package dev.pressline.render.press;

import dev.pressline.render.config.RenderConfig;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Makes the feed items that the press keeps ready, from the configuration. */
@ApplicationScoped
class ItemCaches {

    @Produces
    @Singleton
    ItemCache items(RenderConfig config) {
        RenderConfig.Press press = config.press();
        ItemDisk disk = ItemDisk.open(press.itemsDirectory(), press.storedItems().asLongValue());
        return ItemCache.on(disk, press.cachedItems().asLongValue());
    }

    void close(@Disposes ItemCache items) {
        items.close();
    }
}
