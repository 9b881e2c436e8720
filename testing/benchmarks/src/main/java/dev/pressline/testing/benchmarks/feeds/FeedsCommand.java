package dev.pressline.testing.benchmarks.feeds;

import dev.pressline.testing.benchmarks.measure.Figures;
import dev.pressline.testing.benchmarks.measure.SteadyCost;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.IntConsumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures the three feeds of a channel: rendered anew, and with one item more. */
@Command(
        name = "feeds",
        mixinStandardHelpOptions = true,
        description = "What a feed of fifty costs anew, and with one item more.")
public final class FeedsCommand implements Callable<Integer> {

    @Option(
            names = "--warm-up",
            description = "Seconds of processor time before measuring (${DEFAULT-VALUE}).")
    private int warmUp = 10;

    @Option(
            names = "--seconds",
            description = "Seconds of processor time measured (${DEFAULT-VALUE}).")
    private int seconds = 5;

    @Mixin private Figures figures = new Figures();

    @Override
    public Integer call() {
        FeedWork work = new FeedWork();
        int newest = FeedWork.ITEMS;
        System.out.println(SteadyCost.HEADER);
        SteadyCost anew = measure("three feeds, 50 items anew", i -> work.anew(newest));
        SteadyCost item = measure("one item", i -> work.item(i % newest));
        SteadyCost spliced = measure("three feeds, one item new", i -> work.spliced(newest));
        SteadyCost kept = measure("three feeds, no item new", i -> work.kept(newest));
        measure("besides: their hashes", i -> work.hashes());
        RomeFeed rome = new RomeFeed(work.newest(newest));
        SteadyCost byRome = measure("RSS by ROME, all anew", i -> rome.write());
        SteadyCost rss = measure("RSS, one item new", i -> work.rssSpliced(newest));
        byRome.addTo(figures, "feeds.rome");
        rss.addTo(figures, "feeds.rss-one-new");
        anew.addTo(figures, "feeds.anew");
        spliced.addTo(figures, "feeds.one-new");
        kept.addTo(figures, "feeds.none-new");
        System.out.printf(
                Locale.ROOT,
                "anew / one new: %.0f, anew / none new: %.0f, anew / one item: %.0f, ROME / RSS with one new: %.0f%n",
                anew.micros() / spliced.micros(),
                anew.micros() / kept.micros(),
                anew.micros() / item.micros(),
                byRome.micros() / rss.micros());
        return 0;
    }

    private SteadyCost measure(String what, IntConsumer work) {
        SteadyCost cost = SteadyCost.of(what, warmUp, seconds, work);
        System.out.println(cost.line());
        return cost;
    }
}
