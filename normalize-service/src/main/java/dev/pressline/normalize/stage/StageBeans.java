package dev.pressline.normalize.stage;

import dev.pressline.contract.event.Generation;
import dev.pressline.contract.event.Topics;
import dev.pressline.kit.kafka.EventProducer;
import dev.pressline.kit.kafka.TopicReplay;
import dev.pressline.kit.stage.DeadLetters;
import dev.pressline.kit.stage.QueueTail;
import dev.pressline.kit.stage.StageIdentity;
import dev.pressline.kit.stage.StageMetrics;
import dev.pressline.kit.store.LargeValues;
import dev.pressline.kit.watch.WatchedGroup;
import dev.pressline.normalize.core.RejectionReason;
import dev.pressline.normalize.flood.AccountsInHand;
import dev.pressline.normalize.flood.Allowances;
import dev.pressline.normalize.flood.FloodGate;
import dev.pressline.normalize.flood.Followers;
import dev.pressline.normalize.pending.PendingDocuments;
import dev.pressline.normalize.pending.PutOffRecords;
import dev.pressline.normalize.pending.RawRecords;
import dev.pressline.normalize.pending.RawRuns;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What the stage and the lane of floods share, as beans. */
@ApplicationScoped
class StageBeans {

    @Produces
    @Singleton
    PutOffRecords putOff(PendingDocuments pending) {
        return pending.putOff();
    }

    @Produces
    @Singleton
    RawRuns runs(@Identifier("default-kafka-broker") Map<String, Object> kafka) {
        return RawRuns.of(kafka);
    }

    void close(@Disposes RawRuns runs) {
        runs.close();
    }

    @Produces
    @Singleton
    AccountsInHand accounts() {
        return new AccountsInHand();
    }

    @Produces
    @Singleton
    Followers followers(Admin admin, NormalizeConfig config, Generation own) {
        Set<String> groups = config.floods().followers().orElse(Set.of());
        return new Followers(admin, groups.stream().map(own::group).collect(Collectors.toSet()));
    }

    @Produces
    @Singleton
    FloodGate gate(
            PutOffRecords putOff,
            RawRecords raw,
            EventProducer producer,
            NormalizeConfig config,
            Clock clock) {
        NormalizeConfig.Floods floods = config.floods();
        return new FloodGate(
                new Allowances(floods.allowance(), floods.refillPerSecond()),
                putOff,
                raw::end,
                producer,
                clock);
    }

    @Produces
    @Singleton
    DeadLetters deadLetters(
            LargeValues largeValues,
            TopicReplay replay,
            @ConfigProperty(name = "quarkus.application.version") String version) {
        String topic = Topics.deadLetters(Topics.RAW, NormalizeStage.STAGE);
        return new DeadLetters(
                new StageIdentity(NormalizeStage.STAGE, topic, version),
                largeValues,
                QueueTail.of(replay, topic));
    }

    @Produces
    @Singleton
    WatchedGroup watched() {
        return new WatchedGroup(NormalizeStage.STAGE, "normalize", List.of(Topics.RAW));
    }

    @Produces
    @Singleton
    StageMetrics metrics(MeterRegistry registry) {
        return new StageMetrics(
                registry,
                NormalizeStage.STAGE,
                Arrays.stream(RejectionReason.values()).map(RejectionReason::text).toList());
    }
}
