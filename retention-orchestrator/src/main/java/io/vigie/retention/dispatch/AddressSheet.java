package io.vigie.retention.dispatch;

import io.vigie.retention.letters.Letter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** To whom the letters of a batch go, for a mail merge. */
public final class AddressSheet {
    private static final int LINES = 6;

    private AddressSheet() {}

    /** Comma-separated, a header first: number, customer, then six lines as they stand in the window. */
    public static String csv(List<Letter> letters) {
        StringWriter sheet = new StringWriter();
        try (CSVPrinter csv = new CSVPrinter(sheet, CSVFormat.RFC4180)) {
            List<String> header = new ArrayList<>(List.of("number", "customer"));
            for (int line = 1; line <= LINES; line++) {
                header.add("line" + line);
            }
            csv.printRecord(header);
            for (Letter letter : letters) {
                csv.printRecord(row(letter));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return sheet.toString();
    }

    private static List<String> row(Letter letter) {
        List<String> row = new ArrayList<>(List.of(letter.number(), letter.customer()));
        for (int line = 0; line < LINES; line++) {
            row.add(
                    line < letter.addressee().size()
                            ? harmless(letter.addressee().get(line))
                            : "");
        }
        return row;
    }

    /** A spreadsheet would take such a beginning for a formula. */
    private static String harmless(String text) {
        return "=+-@\t".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
