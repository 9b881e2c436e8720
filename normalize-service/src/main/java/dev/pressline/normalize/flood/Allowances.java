package dev.pressline.normalize.flood;

import dev.pressline.contract.identifier.Did;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How many records of each account are handled at once: a bucket that is full at first, and fills
 * again with time. Knows the accounts used last, the others have a full bucket. Not thread-safe.
 */
public final class Allowances {

    private static final int MOST_ACCOUNTS = 10_000;

    private final Bucket full;
    private final double perSecond;
    private final Map<Did, Bucket> buckets =
            new LinkedHashMap<>(16, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<Did, Bucket> eldest) {
                    return size() > MOST_ACCOUNTS;
                }
            };

    /** What an account had left at a time. */
    private record Bucket(double left, Instant at) {

        Bucket filled(double perSecond, double full, Instant now) {
            double gained = perSecond * Math.max(0, Duration.between(at, now).toMillis()) / 1_000;
            return new Bucket(Math.min(full, left + gained), now);
        }

        Bucket less() {
            return new Bucket(left - 1, at);
        }
    }

    /** Buckets of {@code most} records that gain {@code perSecond} in a second. */
    public Allowances(int most, double perSecond) {
        this.full = new Bucket(most, Instant.EPOCH);
        this.perSecond = perSecond;
    }

    /** Takes one record's worth out of an account's bucket; returns whether there was any. */
    public boolean take(Did account, Instant now) {
        Bucket bucket = buckets.getOrDefault(account, full).filled(perSecond, full.left(), now);
        boolean has = bucket.left() >= 1;
        buckets.put(account, has ? bucket.less() : bucket);
        return has;
    }
}
