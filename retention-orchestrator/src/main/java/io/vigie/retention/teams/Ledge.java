package io.vigie.retention.teams;

import java.util.List;

/** How much of one team's time is taken up to each day: what is due by a day must fit into the days until then. */
final class Ledge {
    private final long[] there;
    private final long[] taken;

    Ledge(List<Integer> minutes) {
        there = new long[minutes.size()];
        taken = new long[minutes.size()];
        long sum = 0;
        for (int day = 0; day < there.length; day++) {
            sum += minutes.get(day);
            there[day] = sum;
        }
    }

    boolean fits(int day, int minutes) {
        for (int later = day; later < there.length; later++) {
            if (taken[later] + minutes > there[later]) {
                return false;
            }
        }
        return true;
    }

    void take(int day, int minutes) {
        for (int later = day; later < taken.length; later++) {
            taken[later] += minutes;
        }
    }

    /** The first day by whose end there is time for so much more after what has been placed. */
    int firstDayWith(long minutes) {
        int day = 0;
        while (day + 1 < there.length && there[day] < minutes) {
            day++;
        }
        return day;
    }

    long all() {
        return there[there.length - 1];
    }
}
