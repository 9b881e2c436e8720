package dev.pressline.testing.benchmarks.corpus;

import java.util.List;

/** Reproducible random numbers by SplitMix64 (Sebastiano Vigna, public domain). Not thread-safe. */
final class Rng {
    private long s;

    Rng(long seed, long stream, long index) {
        s =
                mix(
                        seed
                                ^ mix(stream * 0x9E3779B97F4A7C15L + 0x632BE59BD9B4E019L)
                                ^ mix(index + 0x1234567L));
    }

    static long mix(long z) {
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    long next() {
        return mix(s += 0x9E3779B97F4A7C15L);
    }

    double unit() {
        return (next() >>> 11) * 0x1.0p-53;
    }

    int below(int n) {
        return (int) Long.remainderUnsigned(next(), n);
    }

    boolean chance(double p) {
        return unit() < p;
    }

    double gauss() {
        double u = 1 - unit();
        return StrictMath.sqrt(-2 * StrictMath.log(u)) * StrictMath.cos(2 * StrictMath.PI * unit());
    }

    <T> T pick(List<T> l) {
        return l.get(below(l.size()));
    }
}
