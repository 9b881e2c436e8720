package dev.pressline.testing.faults.stream;

import dev.pressline.contract.identifier.Tid;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/**
 * An input of any length: documents of accounts that come and go, of which some are updated,
 * deleted or sent a second time a while later, one account in a hundred is deleted or taken down
 * when all its documents are there, and poison in between. The same seed gives the same. Not
 * thread-safe.
 */
public final class Flow {

    private static final int ACCOUNTS = 20;
    private static final int DOCUMENTS_OF_AN_ACCOUNT = 40;
    private static final Instant FIRST = Instant.parse("2026-01-01T00:00:00Z");

    private final Random random;
    private final long documents;
    private final List<Account> accounts = new ArrayList<>();
    private final List<Offering> later = new ArrayList<>();
    private final List<Offering> poison = new ArrayList<>();
    private long ticks = ChronoUnit.MICROS.between(Instant.EPOCH, FIRST);
    private long written;

    private static final class Account {
        private final Writer writer;
        private int documents;

        Account(Writer writer) {
            this.writer = writer;
        }
    }

    /** One with so many documents. */
    public Flow(long seed, long documents) {
        this.random = new Random(seed);
        this.documents = documents;
    }

    /** The next offerings, about {@code size}; none at the end. */
    public List<Offering> next(int size) {
        List<Offering> next = new ArrayList<>();
        while (next.size() < size && written < documents) {
            step(next);
        }
        if (written == documents) {
            next.addAll(later);
            later.clear();
        }
        return next;
    }

    /** Whether there is more. */
    public boolean hasNext() {
        return written < documents || !later.isEmpty();
    }

    /** How many documents were written so far. */
    public long written() {
        return written;
    }

    private void step(List<Offering> next) {
        Account account = account(next);
        int number = account.documents++;
        Offering first = account.writer.version(number, 1);
        next.add(first);
        written++;
        if (isOneOf(20)) {
            later.add(account.writer.version(number, 2));
        }
        if (isOneOf(50)) {
            later.add(account.writer.delete(number));
        }
        if (isOneOf(100)) {
            later.add(first);
        }
        if (isOneOf(100)) {
            next.add(nextPoison());
        }
        if (account.documents == DOCUMENTS_OF_AN_ACCOUNT) {
            leave(account);
        }
        while (!later.isEmpty() && isOneOf(5)) {
            next.add(later.remove(random.nextInt(later.size())));
        }
    }

    private boolean isOneOf(int many) {
        return random.nextInt(many) == 0;
    }

    private Tid tick() {
        return Tid.of(ticks++, 0);
    }

    private Account account(List<Offering> next) {
        if (accounts.size() < ACCOUNTS) {
            Account account = new Account(new Writer(random, this::tick));
            accounts.add(account);
            next.add(account.writer.publication());
        }
        return accounts.get(random.nextInt(accounts.size()));
    }

    private void leave(Account account) {
        accounts.remove(account);
        if (isOneOf(100)) {
            later.add(account.writer.account(isOneOf(2) ? "deleted" : "takendown"));
        }
    }

    private Offering nextPoison() {
        if (poison.isEmpty()) {
            Supplier<Tid> clock = this::tick;
            poison.addAll(Poison.of(new Writer(random, clock).document(0), clock.get()));
        }
        return poison.removeLast();
    }
}
