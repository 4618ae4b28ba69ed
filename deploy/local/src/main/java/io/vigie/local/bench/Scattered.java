package io.vigie.local.bench;

/** Numbers in a row, scattered, so that what is drawn by them is the same at each run. */
final class Scattered {
    private Scattered() {}

    /** The finaliser of SplitMix64 (Steele, Lea and Flood 2014). */
    static long of(long number) {
        long z = (number + 1) * 0x9e3779b97f4a7c15L;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
