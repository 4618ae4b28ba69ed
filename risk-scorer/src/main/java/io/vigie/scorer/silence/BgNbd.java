package io.vigie.scorer.silence;

/**
 * BG/NBD (Fader, Hardie and Lee 2005, Marketing Science 24(2):275-284), kept for reference: who ordered once can not
 * have left yet, so P(alive) ranks one-time buyers first.
 */
public record BgNbd(double r, double alphaDays, double a, double b) implements BuyTillYouDie {
    public BgNbd {
        MbgNbd.check(r, alphaDays, a, b);
    }

    @Override
    public int chances(int repeats) {
        return repeats;
    }
}
