package dev.pressline.local.cli;

import dev.pressline.contract.event.Topics;
import dev.pressline.local.embedded.BucketSetup;
import dev.pressline.local.embedded.TopicSetup;
import dev.pressline.local.generation.StoreAccess;
import dev.pressline.local.process.LaunchException;
import dev.pressline.local.process.Patience;
import dev.pressline.local.watch.KafkaAccess;
import io.minio.MinioClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Makes topics and buckets where broker and store run elsewhere. */
@Command(
        name = "setup",
        mixinStandardHelpOptions = true,
        description = {
            "Makes the topics and buckets that are missing, on a broker and a store of your own.",
            "Reads the environment variables that the services read; what is there stays as it is.",
            "Waits for them a while, so that all may be started at once."
        })
final class SetupCommand implements Callable<Integer> {

    private static final Patience START =
            new Patience(Duration.ofMinutes(2), Duration.ofSeconds(2));

    private final Terminal terminal;
    private final KafkaEnvironment kafka;
    private final StoreEnvironment store;

    @Option(
            names = "--replicas",
            paramLabel = "N",
            defaultValue = "1",
            description = "Replicas of every partition; ${DEFAULT-VALUE} by default.")
    private short replicas = 1;

    @Option(
            names = "--partitions",
            paramLabel = "N",
            defaultValue = "" + Topics.DEFAULT_PARTITIONS,
            description =
                    "Partitions of new topics, where there is no raw one yet; ${DEFAULT-VALUE} by default.")
    private int partitions = Topics.DEFAULT_PARTITIONS;

    SetupCommand(Terminal terminal, Map<String, String> environment) {
        this.terminal = terminal;
        this.kafka = new KafkaEnvironment(environment);
        this.store = new StoreEnvironment(environment);
    }

    @Override
    public Integer call() {
        KafkaAccess brokers = kafka.access();
        StoreAccess place = store.access();
        List<String> buckets = List.of(place.siteBucket(), place.valuesBucket());
        whenItAnswers("the broker at " + brokers, () -> createTopics(brokers));
        whenItAnswers("the store at " + place.endpoint(), () -> createBuckets(place, buckets));
        terminal.line("  topics at " + brokers + ", buckets " + String.join(", ", buckets));
        return ExitCodes.OK;
    }

    /** Tries again for a while, and says each time why. */
    private void whenItAnswers(String what, Runnable work) {
        START.await(
                what,
                () -> {
                    try {
                        work.run();
                        return Optional.of(true);
                    } catch (LaunchException | KafkaException e) {
                        terminal.line("  waiting for " + what + ": " + e.getMessage());
                        return Optional.empty();
                    }
                });
    }

    private void createTopics(KafkaAccess brokers) {
        try (Admin admin = Admin.create(brokers.with(Map.of()))) {
            new TopicSetup(partitions, replicas).create(admin);
        }
    }

    private static void createBuckets(StoreAccess store, List<String> buckets) {
        try (MinioClient client = store.open()) {
            BucketSetup.create(client, buckets);
        } catch (LaunchException e) {
            throw e;
        } catch (Exception e) {
            throw new LaunchException("the store's client does not close", e);
        }
    }
}
