package dev.pressline.testing.faults.rig;

import dev.pressline.local.process.Tool;
import java.util.ArrayList;
import java.util.List;

/**
 * A network with nothing but a loopback, and mounts, both of a process's own: so rigs side by side
 * never want the same port, and a rig that is killed leaves no {@link Volume} mounted. By {@code
 * unshare} and {@code ip} of Linux, for which one has to be root. Stateless.
 */
public final class OwnNamespaces {

    private static final List<String> UNSHARED =
            List.of(
                    "unshare",
                    "--net",
                    "--mount",
                    "sh",
                    "-c",
                    "ip link set lo up && exec \"$@\"",
                    "sh");

    private OwnNamespaces() {}

    /** Whether this process may make them. */
    public static boolean isPossible() {
        return Tool.succeeds(around(List.of("true")));
    }

    /** A command that runs another in them. */
    public static List<String> around(List<String> command) {
        List<String> words = new ArrayList<>(UNSHARED);
        words.addAll(command);
        return words;
    }
}
