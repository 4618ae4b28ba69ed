package io.vigie.events.model;

/**
 * What another model of silence comes to on the same orders, to be read beside the one in use: a BG/NBD (Fader, Hardie and
 * Lee 2005), the form known best.
 *
 * @param alphaDays scale of the order rates, days
 */
public record ReferenceFit(double r, double alphaDays, double a, double b, double logLikelihood) {}
