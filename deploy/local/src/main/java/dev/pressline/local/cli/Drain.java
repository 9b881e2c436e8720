package dev.pressline.local.cli;

import dev.pressline.contract.event.Topics;
import dev.pressline.local.pipeline.Addresses;
import dev.pressline.local.process.LaunchException;
import dev.pressline.local.watch.PipelineProbe;
import dev.pressline.local.watch.Quiescence;
import dev.pressline.local.watch.Snapshot;
import java.time.Duration;

/** Waits until a pipeline has finished everything, and shows how far it is. Stateless. */
final class Drain {

    private static final Duration PAUSE = Duration.ofMillis(250);

    private Drain() {}

    /** Returns when nothing is left to do; {@code check} runs between two looks. */
    static void await(Addresses addresses, Terminal terminal, Runnable check) {
        ProgressLine line = new ProgressLine(terminal, "render");
        Quiescence quiescence = new Quiescence();
        try (PipelineProbe probe = new PipelineProbe(addresses)) {
            long most = 1;
            Snapshot now = probe.look();
            while (!quiescence.reached(now)) {
                most = Math.max(most, now.remaining());
                line.show(most - now.remaining(), most, detail(now));
                rest();
                check.run();
                now = probe.look();
            }
            line.finish(Texts.count(now.written(Topics.RENDERED)) + " objects announced");
        }
    }

    private static String detail(Snapshot now) {
        return Texts.count(now.written(Topics.NORMALIZED))
                + " normalized, "
                + Texts.count(now.written(Topics.RENDERED))
                + " rendered";
    }

    private static void rest() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LaunchException("interrupted while waiting", e);
        }
    }
}
