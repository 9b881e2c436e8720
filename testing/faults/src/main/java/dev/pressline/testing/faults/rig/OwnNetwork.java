package dev.pressline.testing.faults.rig;

import dev.pressline.local.process.Tool;
import java.util.ArrayList;
import java.util.List;

/**
 * A network of a process's own, with nothing but a loopback: so rigs side by side never want the
 * same port. By {@code unshare} and {@code ip} of Linux, for which one has to be root. Stateless.
 */
public final class OwnNetwork {

    private static final List<String> UNSHARED =
            List.of("unshare", "--net", "sh", "-c", "ip link set lo up && exec \"$@\"", "sh");

    private OwnNetwork() {}

    /** Whether this process may make one. */
    public static boolean isPossible() {
        return Tool.succeeds(around(List.of("true")));
    }

    /** A command that runs another in one. */
    public static List<String> around(List<String> command) {
        List<String> words = new ArrayList<>(UNSHARED);
        words.addAll(command);
        return words;
    }
}
