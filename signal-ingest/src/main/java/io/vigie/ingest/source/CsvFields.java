package io.vigie.ingest.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Splits one CSV row into its fields (RFC 4180 §2).
 *
 * <p>Own code because a row is cut out, and refused, by itself: a parser built anew for each row costs more than all
 * else in an import.
 */
final class CsvFields {
    private final String row;
    private final char separator;
    private final List<String> fields = new ArrayList<>();
    private int at;

    private CsvFields(String row, char separator) {
        this.row = row;
        this.separator = separator;
    }

    /** Empty when text follows a closing quote. */
    static Optional<List<String>> of(String row, char separator) {
        return new CsvFields(row, separator).split();
    }

    private Optional<List<String>> split() {
        do {
            boolean quoted = at < row.length() && row.charAt(at) == '"';
            fields.add(quoted ? quotedField() : plainField());
            if (at < row.length() && row.charAt(at) != separator) {
                return Optional.empty();
            }
        } while (at++ < row.length());
        return Optional.of(fields);
    }

    private String plainField() {
        int end = row.indexOf(separator, at);
        String field = row.substring(at, end < 0 ? row.length() : end);
        at = end < 0 ? row.length() : end;
        return field;
    }

    private String quotedField() {
        StringBuilder field = new StringBuilder();
        at++;
        while (at < row.length()) {
            int quote = row.indexOf('"', at);
            int end = quote < 0 ? row.length() : quote;
            field.append(row, at, end);
            at = Math.min(end + 1, row.length());
            if (at == row.length() || row.charAt(at) != '"') {
                break;
            }
            field.append('"');
            at++;
        }
        return field.toString();
    }
}
