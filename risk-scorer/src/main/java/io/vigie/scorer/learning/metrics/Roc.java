package io.vigie.scorer.learning.metrics;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** The points that a ranking by probability passes through, from nobody contacted to everybody. */
final class Roc {
    /**
     * One threshold.
     *
     * @param ofLeavers share of the leavers above it (F0)
     * @param ofStayers share of the stayers above it (F1)
     */
    record Point(double ofLeavers, double ofStayers) {}

    private final List<Point> points = new ArrayList<>();
    private final double leavers;
    private final double stayers;

    Roc(boolean[] left, double[] probability) {
        int[] order = IntStream.range(0, left.length)
                .boxed()
                .sorted((a, b) -> Double.compare(probability[b], probability[a]))
                .mapToInt(Integer::intValue)
                .toArray();
        leavers = IntStream.range(0, left.length).filter(i -> left[i]).count();
        stayers = left.length - leavers;
        points.add(new Point(0, 0));
        double above = 0;
        for (int i = 0; i < order.length; i++) {
            above += left[order[i]] ? 1 : 0;
            boolean tied = i + 1 < order.length && probability[order[i + 1]] == probability[order[i]];
            if (!tied) {
                points.add(new Point(above / leavers, (i + 1 - above) / stayers));
            }
        }
    }

    double shareOfLeavers() {
        return leavers / (leavers + stayers);
    }

    /** Probability that a leaver ranks above a stayer, ties half. */
    double area() {
        double area = 0;
        for (int i = 1; i < points.size(); i++) {
            Point from = points.get(i - 1);
            Point to = points.get(i);
            area += (to.ofStayers() - from.ofStayers()) * (to.ofLeavers() + from.ofLeavers()) / 2;
        }
        return area;
    }

    /** The upper convex hull: thresholds that are best at some cost. */
    List<Point> hull() {
        List<Point> hull = new ArrayList<>();
        for (Point point : points) {
            while (hull.size() > 1 && !turnsDown(hull.get(hull.size() - 2), hull.getLast(), point)) {
                hull.removeLast();
            }
            hull.add(point);
        }
        return hull;
    }

    private static boolean turnsDown(Point a, Point b, Point c) {
        return (b.ofLeavers() - a.ofLeavers()) * (c.ofStayers() - b.ofStayers())
                > (c.ofLeavers() - b.ofLeavers()) * (b.ofStayers() - a.ofStayers());
    }
}
