package dev.pressline.testing.benchmarks.measure;

import dev.pressline.local.process.ChildProcess;
import dev.pressline.local.process.LaunchException;
import dev.pressline.local.process.Tool;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a JVM keeps on its heap when everything else is collected. Stateless. */
public final class LiveHeap {

    private static final Pattern USED = Pattern.compile("total \\d+K, used (\\d+)K");
    private static final int KIBIBYTE = 1024;

    private LiveHeap() {}

    /** In bytes; throws {@link LaunchException} where the JVM does not say it. */
    public static long of(ChildProcess process) {
        jcmd(process, "GC.run");
        return used(jcmd(process, "GC.heap_info"));
    }

    /** The sum over all generations of what the serial collector says. */
    static long used(String heapInfo) {
        long kibibytes = 0;
        Matcher matcher = USED.matcher(heapInfo);
        while (matcher.find()) {
            kibibytes += Long.parseLong(matcher.group(1));
        }
        if (kibibytes == 0) {
            throw new LaunchException("no heap in: " + heapInfo);
        }
        return kibibytes * KIBIBYTE;
    }

    private static String jcmd(ChildProcess process, String command) {
        return Tool.run(Tool.ofJdk("jcmd").toString(), Long.toString(process.pid()), command);
    }
}
