package io.vigie.scorer.stream;

/** A table holds more bytes than are taken in. */
public class TableTooLarge extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TableTooLarge(long largest) {
        super("a table may hold " + largest + " bytes (vigie.largest-table); this one holds more: leave out columns, or"
                + " learn from it with ./vigie train --table, which takes any size");
    }
}
