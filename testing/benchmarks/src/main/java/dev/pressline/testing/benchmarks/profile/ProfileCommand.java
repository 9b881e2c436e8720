package dev.pressline.testing.benchmarks.profile;

import dev.pressline.local.process.ChildProcess;
import dev.pressline.local.process.Directories;
import dev.pressline.testing.benchmarks.contend.PipelineOptions;
import dev.pressline.testing.benchmarks.contend.Pressline;
import dev.pressline.testing.benchmarks.corpus.Row;
import dev.pressline.testing.benchmarks.measure.Cost;
import dev.pressline.testing.benchmarks.measure.Meter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Says which code the time of the processor goes to, in each process of a pipeline under load. */
@Command(
        name = "profile",
        mixinStandardHelpOptions = true,
        description = "Where the processor time of each process goes, by async-profiler.")
public final class ProfileCommand implements Callable<Integer> {

    @Option(names = "--documents", description = "Documents profiled (${DEFAULT-VALUE}).")
    private int documents = 5_000;

    @Option(names = "--warm-up", description = "Documents before them (${DEFAULT-VALUE}).")
    private int warmUp = 5_000;

    @Option(
            names = "--out",
            description = "A directory for the collapsed stacks, for flame graphs.")
    private Path out = Path.of("target/profile");

    @Mixin private PipelineOptions pipeline = new PipelineOptions();

    @Override
    public Integer call() throws IOException {
        Profiler profiler = Profiler.in(Files.createDirectories(out).toAbsolutePath());
        Path directory = Files.createTempDirectory("pressline-bench-");
        try (Pressline pressline = Pressline.start(directory, pipeline.environment())) {
            pressline.process(Row.publications(pipeline.seed()));
            pressline.process(Row.documents(pipeline.seed(), 0, warmUp));
            pressline.processes().children().forEach(profiler::begin);
            Cost cost = Meter.measure(pressline, Row.documents(pipeline.seed(), warmUp, documents));
            System.out.println(ProfileReport.HEADER);
            for (ChildProcess process : pressline.processes().children()) {
                System.out.println(
                        ProfileReport.lines(
                                process.name(),
                                cost.cpuMillis(process.name()),
                                profiler.end(process)));
            }
        } finally {
            Directories.delete(directory);
        }
        return 0;
    }
}
