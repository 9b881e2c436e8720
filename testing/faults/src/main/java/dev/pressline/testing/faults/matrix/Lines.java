package dev.pressline.testing.faults.matrix;

import dev.pressline.contract.event.Topics;
import dev.pressline.kit.crash.CrashPoint;
import dev.pressline.local.pipeline.Service;
import dev.pressline.local.process.LaunchException;
import dev.pressline.testing.faults.proxy.Mood;
import dev.pressline.testing.faults.rig.EarlierVersion;
import dev.pressline.testing.faults.rig.FalseClock;
import dev.pressline.testing.faults.rig.Load;
import dev.pressline.testing.faults.rig.Volume;
import dev.pressline.testing.faults.stream.Inputs;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Every line of the matrix. Stateless. */
public final class Lines {

    private static final String QUICK = "quick";
    private static final String ALL = "all";

    private Lines() {}

    /** Those that the gate runs. */
    public static List<Line> quick() {
        return all(Optional.empty()).stream().filter(Line::isQuick).toList();
    }

    /**
     * Those that are named, in their order: each by its title, or {@value #QUICK} or {@value #ALL}
     * of them. Throws {@link LaunchException} for a name that no line has here.
     */
    static List<Line> named(Set<String> names, Optional<EarlierVersion> earlier) {
        List<Line> all = all(earlier);
        Set<String> unknown = new TreeSet<>(names);
        unknown.removeAll(Set.of(QUICK, ALL));
        all.forEach(line -> unknown.remove(line.title()));
        if (!unknown.isEmpty()) {
            throw new LaunchException("no line here is named " + String.join(", ", unknown));
        }
        return all.stream().filter(line -> isNamed(line, names)).toList();
    }

    private static boolean isNamed(Line line, Set<String> names) {
        return names.contains(ALL)
                || (names.contains(QUICK) && line.isQuick())
                || names.contains(line.title());
    }

    private static List<Line> all(Optional<EarlierVersion> earlier) {
        return Stream.of(
                        processes(),
                        upgrades(earlier),
                        crashes(),
                        brokers(),
                        store(),
                        disks(),
                        clocks(),
                        inputs())
                .flatMap(List::stream)
                .toList();
    }

    /** What needs an earlier version; left out where none is named. */
    private static List<Line> upgrades(Optional<EarlierVersion> earlier) {
        return earlier.stream()
                .map(version -> Line.of("upgrade", UpgradeFaults.from(version)).repeating())
                .toList();
    }

    /** What needs the right to mount; left out where there is none. */
    private static List<Line> disks() {
        return Volume.isPossible()
                ? List.of(Line.of("store-disk-full", NetworkFaults.storeDiskFull()))
                : List.of();
    }

    /** What needs a library that tells processes a wrong time; left out where there is none. */
    private static List<Line> clocks() {
        return FalseClock.isPossible()
                ? List.of(
                        Line.of("clocks-ahead", ClockFaults.ahead()),
                        Line.of("clocks-set-back", ClockFaults.setBack()),
                        Line.of("clocks-tomorrow", ClockFaults.tomorrow()),
                        Line.of("clocks-yesterday", ClockFaults.yesterday()))
                : List.of();
    }

    private static List<Line> processes() {
        return List.of(
                Line.of("kill-ingest", ProcessFaults.kills(Service.INGEST, Topics.RAW)).repeating(),
                Line.of(
                        "kill-normalize",
                        ProcessFaults.kills(Service.NORMALIZE, Topics.NORMALIZED)),
                Line.of("kill-render", ProcessFaults.kills(Service.RENDER, Topics.RENDERED)),
                Line.of("term-ingest", ProcessFaults.terminations(Service.INGEST, Topics.RAW))
                        .repeating(),
                Line.of(
                        "term-normalize",
                        ProcessFaults.terminations(Service.NORMALIZE, Topics.NORMALIZED)),
                Line.of("term-render", ProcessFaults.terminations(Service.RENDER, Topics.RENDERED)),
                Line.of("rolling-restart", ProcessFaults.rollingRestart()),
                Line.of("rebalance-normalize", ProcessFaults.rebalances(Service.NORMALIZE)),
                Line.of("rebalance-render", ProcessFaults.rebalances(Service.RENDER)));
    }

    private static List<Line> crashes() {
        Line revival =
                Line.of("crash-at-revival", CrashFaults.asADocumentComesBack())
                        .with((chapter, seed) -> Inputs.revivalLast(chapter, Load.CHUNK));
        return Stream.concat(
                        Arrays.stream(CrashPoint.values()).map(Lines::crash), Stream.of(revival))
                .toList();
    }

    private static Line crash(CrashPoint point) {
        Line line = Line.of("crash-" + point.title(), CrashFaults.at(point));
        if (point == CrashPoint.INGEST_SENT) {
            return line.repeating();
        }
        if (CrashFaults.isOfFloods(point)) {
            return line.with((chapter, seed) -> Inputs.endsLast(chapter));
        }
        return point == CrashPoint.NORMALIZE_SENT ? line.quick() : line;
    }

    private static List<Line> brokers() {
        return List.of(
                Line.of("broker-killed", BrokerFaults.leaderKilled()).repeating(),
                Line.of("brokers-restarted", BrokerFaults.rollingRestart()).repeating(),
                Line.of("two-brokers-down", BrokerFaults.twoDown()).repeating(),
                Line.of("broker-unreachable", BrokerFaults.unreachable()).repeating());
    }

    private static List<Line> store() {
        Mood slow = new Mood.Latency(Duration.ofMillis(200));
        Mood drips = new Mood.Drip(64, Duration.ofMillis(10));
        Mood busy = Mood.Answer.http(503, "ServiceUnavailable");
        Mood full = Mood.Answer.http(507, "InsufficientStorage");
        return List.of(
                Line.of("store-killed", NetworkFaults.storeKilled()),
                Line.of("store-slow", NetworkFaults.storeIs(slow, "is slow")),
                Line.of("store-drips", NetworkFaults.storeIs(drips, "drips")),
                Line.of("store-cuts", NetworkFaults.storeIs(new Mood.CutAfter(60), "cuts off")),
                Line.of("store-resets", NetworkFaults.storeIs(new Mood.Reset(), "resets")),
                Line.of("store-503", NetworkFaults.storeIs(busy, "answers 503")),
                Line.of("store-full", NetworkFaults.storeIs(full, "is full")));
    }

    private static List<Line> inputs() {
        return List.of(
                Line.of("shuffled", scene -> scene.note("any order, and much of it twice"))
                        .with(Inputs::shuffledAndDoubled),
                Line.of("poison", scene -> scene.note("poison of each kind, several times"))
                        .with(Inputs::poisoned));
    }
}
