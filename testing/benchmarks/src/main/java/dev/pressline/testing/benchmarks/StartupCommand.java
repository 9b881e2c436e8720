package dev.pressline.testing.benchmarks;

import dev.pressline.local.process.Directories;
import dev.pressline.local.process.Installation;
import dev.pressline.local.process.LaunchException;
import dev.pressline.testing.benchmarks.contend.Pressline;
import dev.pressline.testing.benchmarks.measure.Figures;
import dev.pressline.testing.benchmarks.report.Spread;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs the launcher as a user does, and waits until it says that everything is ready. */
@Command(
        name = "startup",
        mixinStandardHelpOptions = true,
        description = "Seconds from the command to everything ready, on a built checkout.")
final class StartupCommand implements Callable<Integer> {

    private static final String READY = "Ready after";
    private static final double NANOS_PER_SECOND = 1e9;
    private static final long GRACE_SECONDS = 60;

    @Option(names = "--times", description = "How often (${DEFAULT-VALUE}).")
    private int times = 3;

    @Mixin private Figures figures = new Figures();

    @Override
    public Integer call() throws IOException, InterruptedException {
        List<Double> seconds = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            Path data = Files.createTempDirectory("pressline-startup-");
            seconds.add(start(data));
            Directories.delete(data);
        }
        Spread spread = new Spread(seconds);
        System.out.println("seconds from the command to ready: " + spread);
        figures.add("startup.seconds", spread.median());
        processorTimes()
                .forEach(
                        (name, cpu) -> {
                            double used = cpu.toNanos() / NANOS_PER_SECOND;
                            System.out.printf(Locale.ROOT, "  %s: %.2f CPU-s%n", name, used);
                            figures.add("startup." + name + ".cpu-s", used);
                        });
        return 0;
    }

    /** The processor time of each process when all are ready. */
    private static Map<String, Duration> processorTimes() throws IOException {
        Path data = Files.createTempDirectory("pressline-startup-");
        try (Pressline pressline = Pressline.start(data, Map.of())) {
            return pressline.processes().cpu();
        } finally {
            Directories.delete(data);
        }
    }

    private static double start(Path data) throws IOException, InterruptedException {
        String launcher = Installation.find().root().resolve("deploy/local/pressline").toString();
        long begun = System.nanoTime();
        Process process =
                new ProcessBuilder(launcher, "up", "--no-samples", "--data", data.toString())
                        .redirectErrorStream(true)
                        .start();
        try (BufferedReader output = process.inputReader()) {
            String line = output.readLine();
            while (line != null && !line.contains(READY)) {
                line = output.readLine();
            }
            if (line == null) {
                throw new LaunchException("the launcher ended before it was ready");
            }
            return (System.nanoTime() - begun) / NANOS_PER_SECOND;
        } finally {
            stop(process);
        }
    }

    private static void stop(Process process) throws InterruptedException {
        process.destroy();
        if (!process.waitFor(GRACE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }
}
