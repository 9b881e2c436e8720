package dev.pressline.local.cli;

import dev.pressline.contract.event.EventKey;
import dev.pressline.contract.identifier.Did;
import dev.pressline.contract.identifier.Tid;
import dev.pressline.local.removal.RawHoldings;
import dev.pressline.local.removal.RemovalEvents;
import dev.pressline.local.watch.KafkaAccess;
import dev.pressline.local.watch.TopicWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.producer.ProducerRecord;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Hides accounts, or shows them again. */
@Command(
        name = "takedown",
        mixinStandardHelpOptions = true,
        description = {
            "Hides all that accounts have published, whatever their hosts say; nothing is removed.",
            "Name them in PRESSLINE_INGEST_REFUSED of ingest first, else the network may show them again."
        })
final class TakedownCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin private KafkaOption kafka = new KafkaOption();

    @Parameters(
            arity = "1..*",
            paramLabel = "DID",
            description = "Whose.",
            converter = SubjectText.Account.class)
    private List<Did> accounts = List.of();

    @Option(names = "--undo", description = "Shows them again.")
    private boolean isUndone;

    TakedownCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        KafkaAccess brokers = kafka.access();
        List<EventKey> subjects = accounts.stream().<EventKey>map(EventKey.OfAccount::new).toList();
        Tid rev = RawHoldings.of(brokers, subjects).next();
        List<ProducerRecord<String, byte[]>> events = new ArrayList<>();
        accounts.forEach(
                did ->
                        events.add(
                                isUndone
                                        ? RemovalEvents.shown(did, rev)
                                        : RemovalEvents.hidden(did, rev, "takendown")));
        try (TopicWriter writer = new TopicWriter(brokers)) {
            writer.send(events);
        }
        String done = isUndone ? "  shown again: " : "  taken down: ";
        accounts.forEach(did -> terminal.line(done + did));
        return ExitCodes.OK;
    }
}
