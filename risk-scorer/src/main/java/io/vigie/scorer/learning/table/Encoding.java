package io.vigie.scorer.learning.table;

import io.vigie.scorer.learning.linear.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** How a row of a table becomes a model's inputs. */
public record Encoding(List<Feature> features) {
    public Encoding {
        features = List.copyOf(features);
    }

    /** The names of the inputs, in order. */
    public List<String> inputs() {
        return features.stream().flatMap(feature -> feature.inputs().stream()).toList();
    }

    /** For each input the column it comes from. */
    public List<String> columns() {
        return features.stream()
                .flatMap(feature -> feature.inputs().stream().map(_ -> feature.column()))
                .toList();
    }

    List<Term> terms() {
        List<Term> terms = new ArrayList<>();
        int from = 0;
        for (Feature feature : features) {
            feature.terms(from).forEach(terms::add);
            from += feature.inputs().size();
        }
        return terms;
    }

    /** The inputs of a row given as cells by column; a column that is not there is blank. */
    public double[] encode(Map<String, String> cells) {
        return encode(
                features.stream().map(feature -> Column.cleaned(cells.getOrDefault(feature.column(), Column.BLANK))));
    }

    private double[] encode(Stream<String> cells) {
        double[] inputs = new double[inputs().size()];
        int from = 0;
        List<String> row = cells.toList();
        for (int i = 0; i < row.size(); i++) {
            features.get(i).encode(row.get(i), inputs, from);
            from += features.get(i).inputs().size();
        }
        return inputs;
    }

    /** The inputs of all rows; each different cell is read once. */
    double[][] encode(Table table) {
        double[][] rows = new double[table.rows()][inputs().size()];
        int from = 0;
        for (Feature feature : features) {
            Column column = table.column(feature.column());
            int width = feature.inputs().size();
            double[][] byValue = new double[column.values().size()][width];
            for (int value = 0; value < byValue.length; value++) {
                feature.encode(column.values().get(value), byValue[value], 0);
            }
            for (int row = 0; row < rows.length; row++) {
                System.arraycopy(byValue[column.code(row)], 0, rows[row], from, width);
            }
            from += width;
        }
        return rows;
    }
}
