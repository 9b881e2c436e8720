package dev.pressline.local.child;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.InvocationTargetException;
import java.time.Duration;
import java.util.Arrays;
import sun.misc.Signal;
import sun.misc.SignalHandler;

/**
 * A main class around another one, which ends the process in good order when its parent goes: the
 * parent holds the other end of standard input, and the end of that stream runs the shutdown hooks.
 * A parent that wrote something before waits for them; one that did not has been killed, perhaps
 * together with all that the hooks would need, and they get {@link #ORPHAN_GRACE} before the
 * process is halted. What a terminal tells all of its processes, when it is interrupted or closed,
 * is left to the parent, which stops its children in order.
 *
 * <p>Arguments: the main class to run, then its arguments.
 */
public final class ChildMain {

    /** How long shutdown hooks may run while a parent waits. */
    static final Duration GRACE = Duration.ofSeconds(60);

    /** How long shutdown hooks may run without a parent. */
    static final Duration ORPHAN_GRACE = Duration.ofSeconds(5);

    private ChildMain() {}

    /** Runs the main class named first, with the other arguments. */
    public static void main(String[] args) throws ReflectiveOperationException {
        if (args.length == 0) {
            System.err.println("usage: ChildMain MAIN-CLASS [ARGUMENT...]");
            System.exit(64);
        }
        Signal.handle(new Signal("INT"), SignalHandler.SIG_IGN);
        Signal.handle(new Signal("HUP"), SignalHandler.SIG_IGN);
        startDaemon("parent-watch", () -> exitAtEndOf(System.in));
        String[] rest = Arrays.copyOfRange(args, 1, args.length);
        try {
            Class.forName(args[0]).getMethod("main", String[].class).invoke(null, (Object) rest);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException(args[0] + " failed", e.getCause());
        }
    }

    private static void exitAtEndOf(InputStream parent) {
        long words = 0;
        try {
            words = parent.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            System.err.println("the parent's stream broke: " + e.getMessage());
        }
        Duration grace = words > 0 ? GRACE : ORPHAN_GRACE;
        startDaemon("halt-watch", () -> haltAfter(grace));
        System.exit(0);
    }

    private static void haltAfter(Duration grace) {
        try {
            Thread.sleep(grace);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(1);
    }

    private static void startDaemon(String name, Runnable work) {
        Thread.ofPlatform().daemon().name(name).start(work);
    }
}
