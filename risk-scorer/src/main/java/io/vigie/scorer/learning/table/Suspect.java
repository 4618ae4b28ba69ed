package io.vigie.scorer.learning.table;

/**
 * A column that may tell of leaving because it was written after it.
 *
 * @param why what gives it away
 * @param plain whether it is left out of learning unless asked for; else it is only named
 */
record Suspect(String column, String why, boolean plain) {
    String warning() {
        return plain
                ? "column \"" + column + "\" was left out, for it gives the answer away: " + why
                        + "; keep it with --keep \"" + column + "\" if it is known before customers leave"
                : "column \"" + column + "\" may give the answer away: " + why + "; leave it out with --ignore \""
                        + column + "\" if it is written after customers leave";
    }
}
