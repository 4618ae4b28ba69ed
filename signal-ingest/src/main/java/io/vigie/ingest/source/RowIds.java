package io.vigie.ingest.source;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;

/** Ids of rows: from a column alone, or with a digest of the row where one id stands on rows that differ. */
final class RowIds {
    private static final int DIGITS = 12;

    private RowIds() {}

    static String of(RowId rule, Map<String, Object> values) {
        String id = String.valueOf(values.getOrDefault(rule.column(), ""));
        return rule.withDigest() ? id + "-" + digest(values) : id;
    }

    private static String digest(Map<String, Object> values) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            values.forEach((column, value) ->
                    sha.update((column + '\u001f' + value + '\u001e').getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(sha.digest()).substring(0, DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
