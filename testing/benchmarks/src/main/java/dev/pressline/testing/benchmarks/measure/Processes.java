package dev.pressline.testing.benchmarks.measure;

import dev.pressline.local.process.ChildProcess;
import dev.pressline.local.process.LaunchException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The processes of a contender, seen by the operating system. Processor time is that of all
 * threads, ended ones included, user and system together, in steps of 10 ms. Immutable.
 *
 * @param children what is watched
 */
public record Processes(List<ChildProcess> children) {

    /** Takes a copy. */
    public Processes {
        children = List.copyOf(children);
    }

    /** The processor time that each has used since it began, by name. */
    public Map<String, Duration> cpu() {
        Map<String, Duration> cpu = new LinkedHashMap<>();
        for (ChildProcess child : children) {
            child.requireAlive();
            cpu.put(
                    child.name(),
                    ProcessHandle.of(child.pid())
                            .flatMap(process -> process.info().totalCpuDuration())
                            .orElseThrow(() -> unknown(child)));
        }
        return cpu;
    }

    /** What each has counted of itself since it began, by name. */
    public Map<String, JvmCounts> counts() {
        Map<String, JvmCounts> counts = new LinkedHashMap<>();
        children.forEach(child -> counts.put(child.name(), Jvm.counts(child)));
        return counts;
    }

    /**
     * The largest resident set that each has had since it began, in bytes, by name; without those
     * for which this system does not say it.
     */
    public Map<String, Long> peakResident() {
        Map<String, Long> peaks = new LinkedHashMap<>();
        for (ChildProcess child : children) {
            peak(child.pid()).ifPresent(bytes -> peaks.put(child.name(), bytes));
        }
        return peaks;
    }

    private static Optional<Long> peak(long pid) {
        Path status = Path.of("/proc", Long.toString(pid), "status");
        try (var lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith("VmHWM:"))
                    .map(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                    .findFirst();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static LaunchException unknown(ChildProcess child) {
        return new LaunchException("no processor time is known of " + child.name());
    }
}
