package io.vigie.retention.teams;

import io.vigie.events.retention.Team;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is done when, and what cannot be.
 *
 * @param places one for each job
 * @param prices of the teams whose time is known
 */
public record Plan(List<Place> places, Map<Team, Price> prices) {
    public Plan {
        places = List.copyOf(places);
        prices = Map.copyOf(prices);
    }

    /**
     * Where a job has come to.
     *
     * @param way as it was asked for, or something softer
     * @param day none where nobody has the time for any way that is worth it: then it waits
     */
    public record Place(Job job, Job.Way way, Optional<LocalDate> day) {
        public boolean softened() {
            return day.isPresent() && !way.equals(job.asAsked());
        }

        /** Whether nobody has the time for it as it was asked for. */
        public boolean waits() {
            return day.isEmpty() || softened();
        }
    }

    /**
     * A team's time against what was wanted of it.
     *
     * @param shadowPrice what one more minute would be worth, minor units; 0 where there is time enough
     */
    public record Price(long minutesThere, long minutesWanted, double shadowPrice) {}
}
