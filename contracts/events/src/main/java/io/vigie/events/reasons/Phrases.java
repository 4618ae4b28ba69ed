package io.vigie.events.reasons;

import io.vigie.events.DataFiles;
import io.vigie.events.signal.Cause;
import io.vigie.events.signal.RiskKind;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;

/**
 * What reasons are put together from in one language, as data.
 *
 * @param numbers from two on
 * @param some several, nobody knows how many
 * @param since put where a feature's phrase says {@code {since}}
 * @param much how strongly, from the weakest to the strongest
 * @param raises, lowers what a reason does to a risk
 * @param attribute a column that a model has learned from
 * @param features the scorer's own
 * @param causes those that nobody can prevent
 */
record Phrases(
        List<String> numbers,
        String and,
        String some,
        String oneOn,
        String severalSince,
        String moreThanUsual,
        String stillOpen,
        String allStillOpen,
        String oneStillOpen,
        String someStillOpen,
        String sentence,
        String day,
        String firstDay,
        String since,
        List<String> much,
        Map<RiskKind, String> raises,
        Map<RiskKind, String> lowers,
        Feature attribute,
        Map<String, Feature> features,
        String unavoidable,
        Map<Cause, String> causes,
        String otherCause) {
    private static final Phrases ENGLISH = read("en");
    private static final Phrases FRENCH = read("fr");
    /** Log-odds up to which each strength but the last reaches: odds up to a tenth, two thirds, thrice, nine times more. */
    private static final double[] REACH = {0.1, 0.5, 1.1, 2.2};

    /**
     * One feature.
     *
     * @param name as a heading
     * @param raises, lowers what it is when it does that to the risk
     */
    record Feature(String name, String raises, String lowers) {}

    static Phrases in(String language) {
        return language.startsWith("fr") ? FRENCH : ENGLISH;
    }

    String number(int count) {
        return count >= 2 && count - 2 < numbers.size() ? numbers.get(count - 2) : String.valueOf(count);
    }

    String much(double logOdds) {
        int strength = 0;
        while (strength < REACH.length && Math.abs(logOdds) >= REACH[strength]) {
            strength++;
        }
        return much.get(strength);
    }

    /** What a movement of the log-odds of a risk does to it. */
    String effect(RiskKind risk, double logOdds) {
        RiskKind kind = risk == RiskKind.UNPAID ? risk : RiskKind.BY_CHOICE;
        return (logOdds < 0 ? lowers : raises).get(kind).replace("{much}", much(logOdds));
    }

    private static Phrases read(String language) {
        String file = "/reasons/" + language + ".yaml";
        try (InputStream in = Phrases.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("the shipped " + file + " is missing from the class path");
            }
            return DataFiles.yaml().readValue(in, Phrases.class);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
