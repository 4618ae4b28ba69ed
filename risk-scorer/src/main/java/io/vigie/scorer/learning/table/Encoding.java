package io.vigie.scorer.learning.table;

import io.vigie.scorer.learning.linear.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

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

    /** The linear part's terms over these inputs. */
    public List<Term> terms() {
        List<Term> terms = new ArrayList<>();
        int from = 0;
        for (Feature feature : features) {
            feature.terms(from).forEach(terms::add);
            from += feature.width();
        }
        return terms;
    }

    /** What each term came to on average where the columns were read. */
    public List<Double> averages() {
        return features.stream().flatMap(Feature::averages).toList();
    }

    /** The inputs of a row given as cells by column; a column that is not there is blank. */
    public double[] encode(Map<String, String> cells) {
        double[] inputs = new double[width()];
        int from = 0;
        for (Feature feature : features) {
            feature.encode(Column.cleaned(cells.getOrDefault(feature.column(), Column.BLANK)), inputs, from);
            from += feature.width();
        }
        return inputs;
    }

    /** How many inputs there are. */
    public int width() {
        int width = 0;
        for (Feature feature : features) {
            width += feature.width();
        }
        return width;
    }

    /** The inputs of all rows; each different cell is read once. */
    double[][] encode(Table table) {
        double[][] rows = new double[table.rows()][width()];
        int from = 0;
        for (Feature feature : features) {
            Column column = table.column(feature.column());
            int width = feature.width();
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
