package dev.pressline.local.cli;

import dev.pressline.contract.event.Generation;
import dev.pressline.local.generation.Generations;
import dev.pressline.local.generation.StoreAccess;
import dev.pressline.local.intake.IngestClient;
import dev.pressline.local.pipeline.Addresses;
import dev.pressline.local.pipeline.HealthCheck;
import dev.pressline.local.pipeline.RunState;
import dev.pressline.local.pipeline.Service;
import dev.pressline.local.pipeline.ServiceAddress;
import dev.pressline.local.watch.KafkaAccess;
import dev.pressline.local.watch.PipelineProbe;
import dev.pressline.local.watch.Snapshot;
import java.util.List;
import java.util.Map;
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
        showCounts(addresses);
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

    private void showCounts(Addresses addresses) {
        KafkaAccess kafka = KafkaAccess.at(addresses.bootstrapServers());
        try (Generations generations = new Generations(kafka, StoreAccess.of(addresses))) {
            List<Generation> present = generations.present();
            Generation served = generations.served();
            for (Generation each : present) {
                terminal.line("");
                if (present.size() > 1) {
                    terminal.line("  " + GenerationText.title(each, served));
                }
                GenerationText.lines(each, look(kafka, addresses, each)).forEach(terminal::line);
            }
        }
    }

    /** The services of a run are those of the first generation; others run beside it. */
    private static Snapshot look(KafkaAccess kafka, Addresses addresses, Generation generation) {
        Map<Service, ServiceAddress> services =
                generation.isFirst() ? addresses.services() : Map.of();
        try (PipelineProbe probe = new PipelineProbe(kafka, services, generation)) {
            return probe.look();
        }
    }

    private void row(String title, String text) {
        terminal.line(String.format("  %-14s %s", title, text));
    }
}
