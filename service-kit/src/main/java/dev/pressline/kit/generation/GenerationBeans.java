package dev.pressline.kit.generation;

import dev.pressline.contract.event.Generation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The generation that this service works for, as a bean. */
@ApplicationScoped
class GenerationBeans {

    @Produces
    @Singleton
    Generation own(GenerationConfig config) {
        return config.own();
    }
}
