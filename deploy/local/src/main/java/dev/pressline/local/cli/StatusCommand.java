package dev.pressline.local.cli;

import dev.pressline.contract.event.Topics;
import dev.pressline.local.intake.IngestClient;
import dev.pressline.local.pipeline.Addresses;
import dev.pressline.local.pipeline.HealthCheck;
import dev.pressline.local.pipeline.RunState;
import dev.pressline.local.pipeline.Service;
import dev.pressline.local.pipeline.ServiceAddress;
import dev.pressline.local.watch.PipelineProbe;
import dev.pressline.local.watch.Snapshot;
import dev.pressline.local.watch.Step;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Says what runs where, how healthy it is, and how far. */
@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        description = "Says what runs where, how healthy it is, and how far.")
final class StatusCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin private DataOption data = new DataOption();

    StatusCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        RunState state = data.running();
        Addresses addresses = state.addresses();
        terminal.line("  running in process " + state.launcherPid());
        row("kafka", addresses.bootstrapServers());
        row("store", addresses.storeEndpoint());
        boolean healthy = showServices(addresses);
        if (healthy) {
            showBackfills(addresses);
        }
        try (PipelineProbe probe = new PipelineProbe(addresses)) {
            showCounts(probe.look());
        }
        return healthy ? ExitCodes.OK : ExitCodes.FAILED;
    }

    private boolean showServices(Addresses addresses) {
        boolean healthy = true;
        try (HealthCheck health = new HealthCheck()) {
            for (Service service : Service.values()) {
                ServiceAddress address = addresses.of(service);
                boolean up = health.up(address);
                healthy &= up;
                String state = up ? terminal.good("ready") : terminal.bad("not ready");
                row(service.title(), address.http() + "  " + state);
            }
        }
        return healthy;
    }

    private void showBackfills(Addresses addresses) {
        try (IngestClient ingest =
                new IngestClient(addresses.of(Service.INGEST).http(), addresses.pushToken())) {
            BackfillLine.of(ingest.backfillProgress()).ifPresent(line -> row("backfill", line));
        }
    }

    private void showCounts(Snapshot now) {
        terminal.line("");
        Topics.COMPACTED.forEach(topic -> count(topic, now.written(topic)));
        Topics.DEAD_LETTERS.forEach(topic -> count(topic, now.written(topic)));
        terminal.line("");
        for (Step step : Step.values()) {
            long lag = now.lags().getOrDefault(step, 0L);
            row(step.group(), lag == 0 ? "up to date" : Texts.count(lag) + " behind");
        }
    }

    private void count(String topic, long written) {
        terminal.line(String.format("  %-40s %12s", topic, Texts.count(written)));
    }

    private void row(String title, String text) {
        terminal.line(String.format("  %-14s %s", title, text));
    }
}
