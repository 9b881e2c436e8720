package dev.pressline.kit.metric;

import dev.pressline.contract.event.Generation;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.config.MeterFilter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/**
 * Labels every meter of ours with the generation that the service works for: what one makes that
 * nobody reads yet is late by design, and no reason to wake anybody.
 */
@ApplicationScoped
class GenerationLabel {

    @Produces
    @Singleton
    MeterFilter labelled(Generation own) {
        Tag generation = Tag.of("generation", own.name());
        return new MeterFilter() {
            @Override
            public Meter.Id map(Meter.Id id) {
                return id.getName().startsWith("pressline.") ? id.withTag(generation) : id;
            }
        };
    }
}
