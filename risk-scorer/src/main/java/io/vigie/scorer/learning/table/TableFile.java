package io.vigie.scorer.learning.table;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads a table from a file of separated values: encoding, separator and compression are found out. */
final class TableFile {
    private static final char[] SEPARATORS = {',', ';', '\t', '|'};
    private static final int MOST_COLUMNS = 2000;

    private final List<String> warnings = new ArrayList<>();
    private int uneven;

    private TableFile() {}

    /**
     * Reads.
     *
     * @throws TableProblem when the file is no table
     */
    static Table read(Path file) {
        return new TableFile().table(file);
    }

    private Table table(Path file) {
        byte[] bytes = bytes(file);
        Charset charset = charset(bytes, file);
        int start = bom(bytes);
        char separator = separator(new String(bytes, start, Math.min(bytes.length - start, 65_536), charset));
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(separator)
                .setIgnoreEmptyLines(true)
                .get();
        try (var reader = new BufferedReader(
                        new InputStreamReader(new ByteArrayInputStream(bytes, start, bytes.length - start), charset));
                CSVParser parser = CSVParser.parse(reader, format)) {
            List<Column> columns = columns(parser, file);
            if (uneven > 0) {
                warnings.add(uneven + " rows have fewer cells than the header; the missing ones count as blank");
            }
            return new Table(columns, separator == ';', warnings);
        } catch (IOException | UncheckedIOException | IllegalStateException broken) {
            throw new TableProblem(file + " is not a table of separated values: " + broken.getMessage());
        }
    }

    /** SHA-256 of the file, by which a model names what it was learned from. */
    static String digest(Path file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (IOException | NoSuchAlgorithmException e) {
            throw new TableProblem("the file " + file + " cannot be read again: " + e.getMessage());
        }
    }

    private static byte[] bytes(Path file) {
        try {
            byte[] bytes = Files.readAllBytes(file);
            if (bytes.length > 2 && (bytes[0] & 0xff) == 0x1f && (bytes[1] & 0xff) == 0x8b) {
                try (var unzipped = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
                    return unzipped.readAllBytes();
                }
            }
            return bytes;
        } catch (IOException unreadable) {
            throw new TableProblem("the file " + file + " cannot be read; is there such a file?");
        }
    }

    private static int bom(byte[] bytes) {
        if (startsWith(bytes, 0xef, 0xbb, 0xbf)) {
            return 3;
        }
        return startsWith(bytes, 0xff, 0xfe) || startsWith(bytes, 0xfe, 0xff) ? 2 : 0;
    }

    private static boolean startsWith(byte[] bytes, int... start) {
        for (int i = 0; i < start.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xff) != start[i]) {
                return false;
            }
        }
        return true;
    }

    private static Charset charset(byte[] bytes, Path file) {
        if (startsWith(bytes, 0xff, 0xfe)) {
            return StandardCharsets.UTF_16LE;
        }
        if (startsWith(bytes, 0xfe, 0xff)) {
            return StandardCharsets.UTF_16BE;
        }
        for (byte one : bytes) {
            if (one == 0) {
                throw new TableProblem(file + " is not a table of separated values but something binary;"
                        + " save a spreadsheet as CSV first");
            }
        }
        try {
            var _ = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return StandardCharsets.UTF_8;
        } catch (CharacterCodingException notUtf8) {
            return Charset.forName("windows-1252");
        }
    }

    /** The one that stands most often in the header outside quotes. */
    private static char separator(String text) {
        String header = text.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
        String bare = header.replaceAll("\"[^\"]*\"", "");
        char best = SEPARATORS[0];
        for (char candidate : SEPARATORS) {
            best = count(bare, candidate) > count(bare, best) ? candidate : best;
        }
        return best;
    }

    private static long count(String text, char wanted) {
        return text.chars().filter(one -> one == wanted).count();
    }

    private List<Column> columns(CSVParser parser, Path file) {
        var records = parser.iterator();
        List<Column.Builder> builders = records.hasNext() ? header(records.next()) : List.of();
        if (builders.size() < 2 || builders.size() > MOST_COLUMNS) {
            throw new TableProblem(file + " is not a table of separated values: its first line names " + builders.size()
                    + (builders.size() == 1 ? " column" : " columns"));
        }
        while (records.hasNext()) {
            CSVRecord record = records.next();
            if (record.size() > builders.size()) {
                throw new TableProblem(file + ", row " + record.getRecordNumber() + ", has " + record.size()
                        + " cells where the header names " + builders.size()
                        + "; put cells that hold the separator between quotes");
            }
            uneven += record.size() < builders.size() ? 1 : 0;
            for (int i = 0; i < builders.size(); i++) {
                builders.get(i).add(i < record.size() ? record.get(i) : "");
            }
        }
        return builders.stream().map(Column.Builder::build).toList();
    }

    private List<Column.Builder> header(CSVRecord record) {
        Set<String> taken = new HashSet<>();
        List<Column.Builder> builders = new ArrayList<>();
        for (int i = 0; i < record.size(); i++) {
            String given = record.get(i).strip();
            String name = given.isEmpty() ? "column " + (i + 1) : given;
            for (int copy = 2; !taken.add(name); copy++) {
                name = given + " (" + copy + ")";
            }
            if (!name.equals(given) && !given.isEmpty()) {
                warnings.add("two columns are named \"" + given + "\"; the second is called \"" + name + "\"");
            }
            builders.add(new Column.Builder(name));
        }
        return builders;
    }
}
