package io.vigie.local.simulator;

import java.util.List;
import java.util.SplittableRandom;

/** Seeded chance that gives the same draws on every machine, hence StrictMath throughout. */
final class Dice {
    private final SplittableRandom random;

    private Dice(SplittableRandom random) {
        this.random = random;
    }

    /** Dice of one customer, so that no customer's story hangs on another's. */
    static Dice of(long seed, long customer) {
        return new Dice(new SplittableRandom(mixed(seed) ^ mixed(~customer)));
    }

    /** Dice of their own, so that more draws here move none there. */
    Dice split() {
        return new Dice(random.split());
    }

    boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    double between(double low, double high) {
        return low + (high - low) * random.nextDouble();
    }

    int upTo(int bound) {
        return random.nextInt(bound);
    }

    <T> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** Standard normal, by Box and Muller (1958). */
    double normal() {
        double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - random.nextDouble()));
        return radius * StrictMath.cos(2 * StrictMath.PI * random.nextDouble());
    }

    double logNormal(LogNormal shape) {
        return shape.median() * StrictMath.exp(shape.sigma() * normal());
    }

    /** Waiting time of that mean, without memory. */
    double exponential(double mean) {
        return -mean * StrictMath.log(1 - random.nextDouble());
    }

    /** Waiting time of that mean, more regular than without memory: Erlang of shape 3. */
    double regular(double mean) {
        return (exponential(mean) + exponential(mean) + exponential(mean)) / 3;
    }

    /** The finalizer of SplitMix64 (Steele, Lea and Flood 2014), so that near seeds give far-off draws. */
    private static long mixed(long seed) {
        long z = seed + 0x9e3779b97f4a7c15L;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
