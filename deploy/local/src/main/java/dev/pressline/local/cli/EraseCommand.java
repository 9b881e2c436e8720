package dev.pressline.local.cli;

import dev.pressline.contract.event.EventKey;
import dev.pressline.contract.identifier.AtUri;
import dev.pressline.contract.identifier.Tid;
import dev.pressline.local.removal.RawHoldings;
import dev.pressline.local.removal.RemainsReport;
import dev.pressline.local.removal.RemovalEvents;
import dev.pressline.local.watch.KafkaAccess;
import dev.pressline.local.watch.TopicWriter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.producer.ProducerRecord;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Erases accounts and records, and says what is left of them. */
@Command(
        name = "erase",
        mixinStandardHelpOptions = true,
        description = {
            "Deletes records, or all records of accounts and whatever was made of them.",
            "Name them in PRESSLINE_INGEST_REFUSED of ingest first, else they may come again.",
            "Topics forget by compaction, days later: look again with --dry-run.",
            "Takes the store from the environment variables that the services read, if they are set,",
            "and that of the local pipeline otherwise."
        })
final class EraseCommand implements Callable<Integer> {

    private final Terminal terminal;
    private final StoreEnvironment environment;

    @Mixin private KafkaOption kafka = new KafkaOption();

    @Parameters(
            arity = "1..*",
            paramLabel = "DID-OR-AT-URI",
            description = "Whose, or which.",
            converter = SubjectText.Any.class)
    private List<EventKey> subjects = List.of();

    @Option(names = "--dry-run", description = "Says what there is, and does nothing.")
    private boolean isDryRun;

    EraseCommand(Terminal terminal, Map<String, String> environment) {
        this.terminal = terminal;
        this.environment = new StoreEnvironment(environment);
    }

    @Override
    public Integer call() {
        KafkaAccess brokers = kafka.access();
        if (isDryRun) {
            show(RemainsReport.of(brokers, environment.accessOr(kafka.data()), subjects));
            return ExitCodes.OK;
        }
        List<ProducerRecord<String, byte[]>> events = events(brokers);
        try (TopicWriter writer = new TopicWriter(brokers)) {
            writer.send(events);
        }
        events.forEach(event -> terminal.line("  deleted: " + event.key()));
        terminal.line("  Look with --dry-run what is left.");
        return ExitCodes.OK;
    }

    /** Accounts first, so that everything of theirs is hidden while its records go. */
    private List<ProducerRecord<String, byte[]>> events(KafkaAccess brokers) {
        RawHoldings holdings = RawHoldings.of(brokers, subjects);
        Tid rev = holdings.next();
        Set<AtUri> records = new LinkedHashSet<>();
        List<ProducerRecord<String, byte[]>> events = new ArrayList<>();
        for (EventKey subject : subjects) {
            switch (subject) {
                case EventKey.OfAccount account ->
                        events.add(RemovalEvents.hidden(account.did(), rev, "deleted"));
                case EventKey.OfRecord one -> records.add(one.uri());
            }
        }
        records.addAll(holdings.held());
        records.forEach(uri -> events.add(RemovalEvents.deleted(uri, rev)));
        return events;
    }

    private void show(RemainsReport left) {
        for (RemainsReport.OnTopic each : left.topics()) {
            terminal.line(
                    String.format(
                            "  %-44s %s, %s that compaction leaves",
                            each.topic(),
                            Texts.count(each.found(), "value"),
                            Texts.count(each.lasting())));
        }
        for (RemainsReport.InFolder each : left.folders()) {
            terminal.line(
                    String.format(
                            "  %-44s %s",
                            each.bucket() + '/' + each.folder(),
                            Texts.count(each.objects(), "object")));
        }
        for (String each : left.largeValues()) {
            terminal.line("  large value " + each);
        }
        if (left.topics().isEmpty() && left.folders().isEmpty()) {
            terminal.line("  nothing is left");
        }
    }
}
