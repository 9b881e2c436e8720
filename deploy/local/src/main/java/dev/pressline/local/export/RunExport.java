package dev.pressline.local.export;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.pressline.local.deadletter.DeadLetters;
import dev.pressline.local.intake.ImportTally;
import dev.pressline.local.pipeline.Addresses;
import dev.pressline.local.pipeline.Service;
import dev.pressline.local.process.LaunchException;
import dev.pressline.local.watch.Metrics;
import dev.pressline.local.watch.PipelineProbe;
import io.minio.MinioClient;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Everything that a finished run leaves in its output directory: {@code site/}, {@code
 * normalized.ndjson}, {@code report.json}. Stateless.
 */
public final class RunExport {

    private static final String PUTS = "pressline_puts_total";
    private static final ObjectMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private RunExport() {}

    /** Writes everything and returns the report. The directory holds nothing of that name yet. */
    public static RunReport write(Addresses addresses, ImportTally tally, Path directory) {
        try (MinioClient client = addresses.store();
                PipelineProbe probe = new PipelineProbe(addresses)) {
            SiteStore store = new SiteStore(client);
            List<String> keys = SiteExport.copy(store, directory.resolve("site"));
            NormalizedExport.Counts counts =
                    new NormalizedExport(store)
                            .write(
                                    addresses.bootstrapServers(),
                                    directory.resolve("normalized.ndjson"));
            DeadLetters letters = DeadLetters.read(addresses.bootstrapServers());
            RunReport report = report(tally, letters, counts, keys, puts(probe));
            JSON.writeValue(directory.resolve("report.json").toFile(), report);
            return report;
        } catch (LaunchException e) {
            throw e;
        } catch (Exception e) {
            throw new LaunchException("the run cannot be exported: " + e.getMessage(), e);
        }
    }

    private static long puts(PipelineProbe probe) {
        Optional<Metrics> render = probe.metrics(Service.RENDER);
        return render.map(metrics -> metrics.count(PUTS)).orElse(0L);
    }

    private static RunReport report(
            ImportTally tally,
            DeadLetters letters,
            NormalizedExport.Counts counts,
            List<String> keys,
            long puts) {
        return new RunReport(
                RunReport.GENERATOR,
                tally.read(),
                tally.accepted(),
                tally.skipped(),
                tally.deadLettered(),
                new RunReport.DeadLettered(letters.letters().size(), letters.reasonsByQueue()),
                counts.documents(),
                counts.publications(),
                counts.repaired(),
                counts.violating(),
                ending(keys, "index.html"),
                ending(keys, "rss.xml", "atom.xml", "feed.json"),
                keys.stream().filter(key -> key.startsWith("blobs/")).count(),
                keys.size(),
                puts,
                tally.rejections().stream().map(RunExport::row).toList());
    }

    private static long ending(List<String> keys, String... endings) {
        return keys.stream()
                .filter(key -> List.of(endings).contains(key.substring(key.lastIndexOf('/') + 1)))
                .count();
    }

    private static RunReport.RejectedRow row(ImportTally.Rejection rejection) {
        return new RunReport.RejectedRow(
                rejection.file().getFileName().toString(),
                rejection.line(),
                rejection.reason(),
                rejection.field(),
                rejection.message());
    }
}
