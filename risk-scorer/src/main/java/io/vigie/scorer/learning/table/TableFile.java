package io.vigie.scorer.learning.table;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads a table from a file of separated values; the separator is found out. */
final class TableFile {
    private static final char[] SEPARATORS = {',', ';', '\t', '|'};
    private static final int MOST_COLUMNS = 2000;

    private final List<String> warnings = new ArrayList<>();
    private int uneven;
    private int rows;

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
        TextFile text = TextFile.read(file);
        char separator = separator(text.beginning());
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(separator)
                .setIgnoreEmptyLines(true)
                .setIgnoreSurroundingSpaces(separator != '\t')
                .setTrailingData(true)
                .get();
        try (var reader = text.reader();
                CSVParser parser = CSVParser.parse(reader, format)) {
            List<Column> columns = columns(parser, file);
            if (uneven > 0) {
                warnings.add("rows with fewer cells than the header: " + uneven + "; the missing cells count as blank");
            }
            return new Table(columns, separator == ';', warnings);
        } catch (IOException | UncheckedIOException | IllegalStateException broken) {
            throw new TableProblem(file + " cannot be read as a table after row " + rows + ": a cell that begins with a"
                    + " quote must end with one, and a quote inside it must be written twice; save it as CSV again");
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
            if (record.stream().skip(builders.size()).anyMatch(cell -> !cell.isBlank())) {
                throw new TableProblem(file + ", row " + record.getRecordNumber() + ", has " + record.size()
                        + " cells where the header names " + builders.size()
                        + "; put cells that hold the separator between quotes");
            }
            rows++;
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
