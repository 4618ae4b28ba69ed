package io.vigie.ingest.source;

import java.util.regex.Pattern;

/** What to mend in a column: every match of a pattern is replaced, so {@code 17850.0} can become {@code 17850}. */
public record Replacement(Pattern pattern, String with) {
    String in(String text) {
        return pattern.matcher(text).replaceAll(with);
    }
}
