package dev.pressline.testing.benchmarks.profile;

import dev.pressline.local.process.ChildProcess;
import dev.pressline.local.process.LaunchException;
import dev.pressline.local.process.Tool;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Stream;

/**
 * Looks into processes while they work, every few milliseconds of processor time of each thread,
 * system calls included. On Linux; not thread-safe.
 */
final class Profiler {

    private static final String EVERY = "2ms";

    private final Path library;
    private final Path directory;

    private Profiler(Path library, Path directory) {
        this.library = library;
        this.directory = directory;
    }

    /** Keeps what it needs and what it sees in a directory. */
    static Profiler in(Path directory) throws IOException {
        String machine = System.getProperty("os.arch").equals("aarch64") ? "arm64" : "x64";
        String name = "/linux-" + machine + "/libasyncProfiler.so";
        Path library = directory.resolve("libasyncProfiler.so");
        try (InputStream bytes = Profiler.class.getResourceAsStream(name)) {
            if (bytes == null) {
                throw new LaunchException("there is no profiler for this machine: " + name);
            }
            Files.copy(bytes, library, StandardCopyOption.REPLACE_EXISTING);
        }
        return new Profiler(library, directory);
    }

    /** Begins to look into a process. */
    void begin(ChildProcess process) {
        tell(process, "start,event=ctimer,threads,interval=" + EVERY);
    }

    /** Looks no more; returns what was seen. */
    Profile end(ChildProcess process) throws IOException {
        Path seen = directory.resolve(process.name() + ".collapsed");
        tell(process, "stop,collapsed,file=" + seen);
        try (Stream<String> lines = Files.lines(seen)) {
            return Profile.ofCollapsed(lines);
        }
    }

    private void tell(ChildProcess process, String what) {
        Tool.run(
                Tool.ofJdk("jcmd").toString(),
                Long.toString(process.pid()),
                "JVMTI.agent_load",
                library.toString(),
                '"' + what + '"');
    }
}
