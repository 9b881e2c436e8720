package dev.pressline.testing.faults.stream;

import dev.pressline.contract.identifier.AtUri;
import dev.pressline.contract.identifier.Tid;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Other ways to hand a chapter in, after which the same must stand. Pure. */
public final class Inputs {

    private static final int POISONED = 3;

    private Inputs() {}

    /** In any order, and each second row twice. */
    public static List<Offering> shuffledAndDoubled(List<Offering> chapter, Long seed) {
        Random random = new Random(seed);
        List<Offering> all = new ArrayList<>(chapter);
        rows(chapter).filter(row -> random.nextBoolean()).forEach(all::add);
        Collections.shuffle(all, random);
        return List.copyOf(all);
    }

    /**
     * With one document that comes back after its delete as the last of all, alone in a chunk of
     * this size; rows that come twice fill up those before.
     */
    public static List<Offering> revivalLast(List<Offering> chapter, int chunk) {
        List<Offering> all = new ArrayList<>(chapter);
        Offering.Row last = revivals(chapter).getLast();
        all.remove(last);
        Offering.Row first = rows(chapter).findFirst().orElseThrow();
        while (all.size() % chunk != 0) {
            all.add(first);
        }
        all.add(last);
        return List.copyOf(all);
    }

    /**
     * With deletes and states of accounts behind everything else. What of a flood is put off and
     * ends meanwhile was never there, and feeds, which tell of ends, rightly say nothing of it.
     */
    public static List<Offering> endsLast(List<Offering> chapter) {
        return Stream.concat(
                        chapter.stream().filter(each -> !isEnd(each)),
                        chapter.stream().filter(Inputs::isEnd))
                .toList();
    }

    private static boolean isEnd(Offering offering) {
        return switch (offering) {
            case Offering.Row row -> row.isDelete();
            case Offering.RefusedRow row -> false;
            case Offering.OnTopic other -> other.refusal().isEmpty();
        };
    }

    /** Versions of documents that are later than a delete of theirs. */
    private static List<Offering.Row> revivals(List<Offering> chapter) {
        return rows(chapter)
                .filter(row -> !row.isDelete())
                .filter(
                        row ->
                                rows(chapter)
                                        .anyMatch(
                                                other ->
                                                        other.isDelete()
                                                                && other.uri().equals(row.uri())
                                                                && isEarlier(other, row)))
                .toList();
    }

    private static boolean isEarlier(Offering.Row one, Offering.Row other) {
        return one.rev().compareTo(other.rev()) < 0;
    }

    private static Stream<Offering.Row> rows(List<Offering> chapter) {
        return chapter.stream()
                .filter(Offering.Row.class::isInstance)
                .map(Offering.Row.class::cast);
    }

    /** With poison of every kind, several times, in between. */
    public static List<Offering> poisoned(List<Offering> chapter, Long seed) {
        Random random = new Random(seed);
        Supplier<Tid> clock = () -> Tid.of(1_767_225_600_000_000L, 0);
        List<Offering> all = new ArrayList<>(chapter);
        for (int i = 0; i < POISONED; i++) {
            AtUri nobody = new Writer(random, clock).document(0);
            Poison.of(nobody, clock.get())
                    .forEach(poison -> all.add(random.nextInt(all.size()), poison));
        }
        return List.copyOf(all);
    }
}
