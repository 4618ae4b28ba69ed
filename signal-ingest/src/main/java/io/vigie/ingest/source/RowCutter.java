package io.vigie.ingest.source;

import io.vigie.ingest.intake.Reason;
import io.vigie.ingest.intake.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;

/**
 * Cuts a file into rows, holding one at a time; a quote that is never closed costs its own line and not the rest.
 *
 * <p>Works on bytes, so that a row with broken text is refused with its bytes as they came.
 */
final class RowCutter {
    static final int LONGEST_ROW = 1 << 20;
    /** Keeps a file of unclosed quotes from being read over and over. */
    private static final int LONGEST_QUOTED_REST = 1 << 16;

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};
    private static final int KEPT_OF_TOO_LONG = 1 << 10;
    private static final Refusal UNCLOSED =
            Reason.MALFORMED_ROW.because("a quoted field is never closed: double the quotes inside quoted fields");
    private static final Refusal TOO_LONG = Reason.TOO_LARGE.because("the row is longer than 1 MiB; its start is kept");

    private final InputStream file;
    private final QuoteState quotes;
    private byte[] window = new byte[1 << 16];
    private int from;
    private int to;
    private boolean ended;
    private boolean marked;
    private long line = 1;

    /** A file whose rows end at every line break. */
    static RowCutter ofLines(InputStream file) {
        return new RowCutter(file, QuoteState.never());
    }

    /** A file in which quoted fields may span lines. */
    static RowCutter ofCsv(InputStream file, char separator) {
        return new RowCutter(file, new QuoteState((byte) separator));
    }

    private RowCutter(InputStream file, QuoteState quotes) {
        this.file = file;
        this.quotes = quotes;
    }

    /** The same of text in UTF-8, which may begin with a byte order mark that is no part of its first row. */
    RowCutter ofUtf8() {
        marked = true;
        return this;
    }

    /** The next row that is not blank; empty at the end of the file. */
    Optional<RawRow> next() throws IOException {
        if (marked) {
            marked = false;
            passMark();
        }
        Optional<RawRow> row = cutOne();
        while (row.filter(cut -> isBlank(cut.bytes())).isPresent()) {
            row = cutOne();
        }
        return row;
    }

    private void passMark() throws IOException {
        while (to < BYTE_ORDER_MARK.length && fill()) {}
        int length = BYTE_ORDER_MARK.length;
        from = to >= length && Arrays.equals(window, 0, length, BYTE_ORDER_MARK, 0, length) ? length : 0;
    }

    private Optional<RawRow> cutOne() throws IOException {
        quotes.startRow();
        int firstBreak = -1;
        for (int at = 0; at < LONGEST_ROW; at++) {
            if (from + at == to && !fill()) {
                return atEnd(at, firstBreak);
            }
            byte unit = window[from + at];
            if (unit == '\n' && !quotes.open()) {
                return Optional.of(cut(at, at + 1, Optional.empty()));
            }
            firstBreak = unit == '\n' && firstBreak < 0 ? at : firstBreak;
            quotes.see(unit);
            if (firstBreak >= 0 && at - firstBreak > LONGEST_QUOTED_REST) {
                break;
            }
        }
        return Optional.of(firstBreak >= 0 ? cut(firstBreak, firstBreak + 1, Optional.of(UNCLOSED)) : cutTooLong());
    }

    private Optional<RawRow> atEnd(int length, int firstBreak) {
        if (quotes.open()) {
            int end = firstBreak >= 0 ? firstBreak : length;
            return Optional.of(cut(end, Math.min(end + 1, length), Optional.of(UNCLOSED)));
        }
        return length == 0 ? Optional.empty() : Optional.of(cut(length, length, Optional.empty()));
    }

    private RawRow cutTooLong() throws IOException {
        byte[] start = Arrays.copyOfRange(window, from, from + KEPT_OF_TOO_LONG);
        do {
            while (from < to) {
                if (window[from++] == '\n') {
                    return new RawRow(line++, start, Optional.of(TOO_LONG));
                }
            }
        } while (fill());
        return new RawRow(line++, start, Optional.of(TOO_LONG));
    }

    private RawRow cut(int length, int consumed, Optional<Refusal> flaw) {
        int end = from + length;
        long began = line;
        for (int at = from; at < from + consumed; at++) {
            line += window[at] == '\n' ? 1 : 0;
        }
        int kept = end > from && window[end - 1] == '\r' ? end - 1 : end;
        RawRow row = new RawRow(began, Arrays.copyOfRange(window, from, kept), flaw);
        from += consumed;
        return row;
    }

    private boolean fill() throws IOException {
        if (ended) {
            return false;
        }
        if (from > 0) {
            System.arraycopy(window, from, window, 0, to - from);
            to -= from;
            from = 0;
        }
        if (to == window.length) {
            window = Arrays.copyOf(window, window.length * 2);
        }
        int read = file.read(window, to, window.length - to);
        ended = read < 0;
        to += Math.max(read, 0);
        return !ended;
    }

    private static boolean isBlank(byte[] bytes) {
        for (byte unit : bytes) {
            if (unit != ' ' && unit != '\t') {
                return false;
            }
        }
        return true;
    }
}
