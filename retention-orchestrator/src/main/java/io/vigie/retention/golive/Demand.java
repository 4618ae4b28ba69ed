package io.vigie.retention.golive;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * What is wanted of one team's time. Only what brings most per minute is kept, as much as fits, so that memory follows the
 * team's time and not the number of customers; which is kept depends on no order of coming.
 */
final class Demand {
    private final long there;
    private final PriorityQueue<Wanted> kept = new PriorityQueue<>(Comparator.comparingDouble(Wanted::perMinute));
    private long taken;
    private long owed;
    private double refused = Double.NEGATIVE_INFINITY;

    private record Wanted(double perMinute, int minutes) {}

    /**
     * @param there minutes that the team has
     */
    Demand(long there) {
        this.there = there;
    }

    /** What is done whatever it brings. */
    void owe(int minutes) {
        owed += minutes;
        taken += minutes;
        shed();
    }

    void want(double perMinute, int minutes) {
        if (perMinute > refused) {
            kept.add(new Wanted(perMinute, minutes));
            taken += minutes;
            shed();
        }
    }

    private void shed() {
        while (!kept.isEmpty() && (taken > there || kept.peek().perMinute() <= refused)) {
            Wanted least = kept.remove();
            taken -= least.minutes();
            refused = Math.max(refused, least.perMinute());
        }
    }

    boolean refusedSome() {
        return refused > Double.NEGATIVE_INFINITY;
    }

    /** What the best of those turned away would have brought per minute. */
    double bestRefused() {
        return refused;
    }

    long taken() {
        return taken;
    }

    /**
     * From which figure on something is done by each day; what is owed comes first.
     *
     * @param minutes the team's on each of the days
     */
    List<Terms.Cut> days(List<LocalDate> days, List<Integer> minutes) {
        List<Wanted> dearestFirst = kept.stream()
                .sorted(Comparator.comparingDouble(Wanted::perMinute).reversed())
                .toList();
        List<Terms.Cut> cuts = new ArrayList<>();
        long before = owed;
        long until = 0;
        int next = 0;
        for (int day = 0; day < days.size() && next < dearestFirst.size(); day++) {
            until += minutes.get(day);
            int first = next;
            while (next < dearestFirst.size() && before + dearestFirst.get(next).minutes() <= until) {
                before += dearestFirst.get(next).minutes();
                next++;
            }
            if (next > first) {
                cuts.add(new Terms.Cut(days.get(day), dearestFirst.get(next - 1).perMinute()));
            }
        }
        return cuts;
    }
}
