package io.vigie.scorer.explanation;

import io.vigie.events.DataFiles;
import io.vigie.events.risk.RiskLevel;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;

/**
 * What the letter to a customer is put together from in one language, as data.
 *
 * @param estimate, levels, base, nothingInParticular what is worked out
 * @param signals one line a type of signal; {@code records} the customer records
 * @param logic, leadsTo, rights as they stand
 * @param objection what is said instead to who objects to profiling
 */
record LetterPhrases(
        String title,
        Headings headings,
        String estimate,
        Map<RiskLevel, String> levels,
        String base,
        String nothingInParticular,
        String oneSignal,
        String signals,
        String oneRecord,
        String records,
        String attributes,
        List<String> logic,
        List<String> leadsTo,
        List<String> rights,
        List<String> objection) {
    private static final LetterPhrases ENGLISH = read("en");
    private static final LetterPhrases FRENCH = read("fr");

    /** What stands over the parts. */
    record Headings(
            String estimate,
            String reasons,
            String data,
            String logic,
            String leadsTo,
            String rights,
            String objection) {}

    static LetterPhrases in(String language) {
        return language.startsWith("fr") ? FRENCH : ENGLISH;
    }

    private static LetterPhrases read(String language) {
        String file = "/letter/" + language + ".yaml";
        try (InputStream in = LetterPhrases.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("the shipped " + file + " is missing from the class path");
            }
            return DataFiles.yaml().readValue(in, LetterPhrases.class);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
