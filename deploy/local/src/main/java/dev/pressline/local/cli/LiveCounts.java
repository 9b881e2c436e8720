package dev.pressline.local.cli;

import dev.pressline.contract.event.Topics;
import dev.pressline.local.pipeline.Addresses;
import dev.pressline.local.process.LaunchException;
import dev.pressline.local.watch.PipelineProbe;
import dev.pressline.local.watch.Snapshot;
import java.time.Duration;
import java.time.Instant;

/**
 * One line about a running pipeline, kept up to date: every second on a terminal, elsewhere when
 * something has changed, at most every ten. Not thread-safe.
 */
final class LiveCounts {

    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration PLAIN_PAUSE = Duration.ofSeconds(10);

    private final Terminal terminal;
    private final Addresses addresses;
    private Instant nextPlain = Instant.MIN;
    private String lastPlain = "";
    private long lastRendered = -1;

    LiveCounts(Terminal terminal, Addresses addresses) {
        this.terminal = terminal;
        this.addresses = addresses;
    }

    /** Shows counts until {@code check} throws. */
    void showUntil(Runnable check) {
        try (PipelineProbe probe = new PipelineProbe(addresses)) {
            while (true) {
                check.run();
                show(text(probe.look()));
                Thread.sleep(PAUSE);
            }
        } catch (LaunchException e) {
            check.run();
            throw e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void show(String text) {
        if (terminal.live()) {
            terminal.transientLine(text);
        } else if (!text.equals(lastPlain) && Instant.now().isAfter(nextPlain)) {
            terminal.line(text);
            lastPlain = text;
            nextPlain = Instant.now().plus(PLAIN_PAUSE);
        }
    }

    private String text(Snapshot now) {
        long rendered = now.written(Topics.RENDERED);
        long rate = lastRendered < 0 ? 0 : rendered - lastRendered;
        lastRendered = rendered;
        return "  "
                + Texts.count(now.written(Topics.RAW), "event")
                + " in, "
                + Texts.count(now.written(Topics.NORMALIZED))
                + " normalized, "
                + Texts.count(rendered)
                + " rendered, "
                + Texts.count(now.deadLetters(), "dead letter")
                + (rate > 0 ? ", " + Texts.count(rate) + "/s" : "")
                + (now.idle() ? ", up to date" : ", " + Texts.count(now.remaining()) + " waiting");
    }
}
