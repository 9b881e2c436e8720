package dev.pressline.testing.faults.stream;

import dev.pressline.contract.identifier.AtUri;
import dev.pressline.contract.identifier.Tid;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/**
 * A part of the input with accounts of its own: the same seed and number give the same offerings.
 * Of each account come a publication, documents, updates, deletes, versions a second time, versions
 * that come too late, and deletes before what they delete; of all together poison, one account that
 * is deleted and two that are not active, of which one comes back. Immutable.
 */
public final class Chapter {

    private static final int WRITERS = 4;
    private static final int DOCUMENTS = 14;
    private static final Instant FIRST = Instant.parse("2026-01-01T00:00:00Z");

    private final Random random;
    private final List<Offering> offerings = new ArrayList<>();
    private long ticks;

    private Chapter(long seed, int number) {
        this.random = new Random(seed * 1_000 + number);
        this.ticks = ChronoUnit.MICROS.between(Instant.EPOCH, FIRST.plus(Duration.ofHours(number)));
    }

    /** The offerings of a chapter, in the order in which they are made. */
    public static List<Offering> of(long seed, int number) {
        Chapter chapter = new Chapter(seed, number);
        chapter.write();
        return List.copyOf(chapter.offerings);
    }

    private void write() {
        Supplier<Tid> clock = () -> Tid.of(ticks++, 0);
        List<List<Offering>> accounts = new ArrayList<>();
        for (int i = 0; i < WRITERS; i++) {
            accounts.add(busy(new Writer(random, clock)));
        }
        accounts.add(ended(new Writer(random, clock), List.of("deleted")));
        accounts.add(ended(new Writer(random, clock), List.of("deactivated")));
        accounts.add(ended(new Writer(random, clock), List.of("takendown", "")));
        AtUri nobody = new Writer(random, clock).document(0);
        accounts.addAll(Poison.of(nobody, clock.get()).stream().map(List::of).toList());
        interleave(accounts);
    }

    /** What an account writes that goes on. */
    private List<Offering> busy(Writer writer) {
        List<Offering> written = new ArrayList<>();
        written.add(writer.publication());
        for (int number = 0; number < DOCUMENTS; number++) {
            history(writer, number, written);
        }
        return written;
    }

    private void history(Writer writer, int number, List<Offering> written) {
        Offering first = writer.version(number, 1);
        switch (random.nextInt(10)) {
            case 0 -> written.addAll(List.of(first, writer.delete(number)));
            case 1 -> written.addAll(List.of(writer.delete(number), first));
            case 2 -> written.addAll(List.of(first, writer.version(number, 2)));
            case 3 -> written.addAll(List.of(first, writer.version(number, 2), first));
            case 4 -> written.addAll(List.of(writer.version(number, 2), first));
            case 5 -> written.addAll(List.of(first, first));
            case 6 ->
                    written.addAll(
                            List.of(first, writer.delete(number), writer.version(number, 3)));
            default -> written.add(first);
        }
    }

    private static List<Offering> ended(Writer writer, List<String> statuses) {
        List<Offering> written = new ArrayList<>();
        written.add(writer.publication());
        written.add(writer.version(0, 1));
        written.add(writer.version(1, 1));
        statuses.forEach(status -> written.add(writer.account(status)));
        return written;
    }

    /** Mixes what accounts offer; what one of them does stays in its order. */
    private void interleave(List<List<Offering>> accounts) {
        List<List<Offering>> rest = new ArrayList<>();
        accounts.forEach(each -> rest.add(new ArrayList<>(each)));
        while (!rest.isEmpty()) {
            List<Offering> next = rest.get(random.nextInt(rest.size()));
            offerings.add(next.removeFirst());
            rest.removeIf(List::isEmpty);
        }
    }
}
