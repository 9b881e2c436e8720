package dev.pressline.local.cli;

import dev.pressline.local.watch.Groups;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Says how far each consumer group is, and who has which partition. */
@Command(
        name = "groups",
        mixinStandardHelpOptions = true,
        description = {
            "Says how far each consumer group is, and who has which partition.",
            "Partitions stand below it on which something is left or which nobody has."
        })
final class GroupsCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin private KafkaOption kafka = new KafkaOption();

    @Option(names = "--all", description = "Every partition.")
    private boolean isWhole;

    GroupsCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        try (Groups groups = new Groups(kafka.access())) {
            groups.look().forEach(group -> GroupText.lines(group, isWhole).forEach(terminal::line));
        }
        return ExitCodes.OK;
    }
}
