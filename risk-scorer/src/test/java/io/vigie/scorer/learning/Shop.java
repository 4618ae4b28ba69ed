package io.vigie.scorer.learning;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Function;
import java.util.function.IntFunction;

/**
 * An invented shop's customers as a table: who leaves depends on how two of their habits meet, which no sum of weights
 * can say.
 */
public final class Shop {
    private final List<String> header =
            new ArrayList<>(List.of("customer no", "town", "plan", "age", "spend", "visits", "gone"));
    private final List<List<String>> rows = new ArrayList<>();
    private String separator = ",";
    private Charset charset = StandardCharsets.UTF_8;

    /** So many customers, by chance. */
    public static Shop of(int customers, long seed) {
        Shop shop = new Shop();
        Random random = new Random(seed);
        for (int i = 0; i < customers; i++) {
            int age = 18 + random.nextInt(60);
            double spend = 200 * random.nextDouble();
            int visits = random.nextInt(12);
            String plan = random.nextInt(3) == 0 ? "gold" : "basic";
            boolean apart = (age > 45) == (spend > 100);
            double logOdds = -1.8 + (apart ? 2.4 : -.6) + (plan.equals("gold") ? -.8 : 0) - .1 * visits;
            boolean left = random.nextDouble() < 1 / (1 + Math.exp(-logOdds));
            shop.rows.add(new ArrayList<>(List.of(
                    "k" + (i * 7919 % 100_003),
                    "Town " + random.nextInt(5),
                    plan,
                    String.valueOf(age),
                    String.format(Locale.ROOT, "%.2f", spend),
                    random.nextInt(20) == 0 ? "" : String.valueOf(visits),
                    left ? "yes" : "no")));
        }
        return shop;
    }

    /** With another column before the last, made from whether the customer left. */
    public Shop with(String column, Function<Boolean, String> cell) {
        header.add(header.size() - 1, column);
        rows.forEach(row -> row.add(row.size() - 1, cell.apply(row.getLast().equals("yes"))));
        return this;
    }

    /** With the first so many rows once more at the end. */
    public Shop withCopies(int copies) {
        rows.addAll(new ArrayList<>(rows.subList(0, copies)));
        return this;
    }

    /** With the first so many rows once more at the end, their customers under other names. */
    public Shop withCopiesUnderOtherNames(int copies) {
        withCopies(copies);
        for (int i = rows.size() - copies; i < rows.size(); i++) {
            rows.set(i, new ArrayList<>(rows.get(i)));
            rows.get(i).set(0, "other " + i);
        }
        return this;
    }

    /** With names of another kind, by the number of the row; of those whose name is blank nobody knows who they are. */
    public Shop named(IntFunction<String> name) {
        for (int i = 0; i < rows.size(); i++) {
            rows.get(i).set(0, name.apply(i));
        }
        return this;
    }

    public Shop without(String column) {
        int at = header.indexOf(column);
        header.remove(at);
        rows.forEach(row -> row.remove(at));
        return this;
    }

    /** As an office in Paris exports it: semicolons, decimal commas. */
    public Shop withDecimalCommas() {
        separator = ";";
        rows.forEach(row -> row.replaceAll(cell -> cell.replaceFirst("^(\\d+)\\.(\\d+)$", "$1,$2")));
        return this;
    }

    public Shop in(Charset other) {
        charset = other;
        return this;
    }

    public Path writtenTo(Path folder) {
        StringBuilder text = new StringBuilder(String.join(separator, header)).append('\n');
        rows.forEach(row -> text.append(String.join(separator, row)).append('\n'));
        try {
            return Files.write(folder.resolve("shop.csv"), text.toString().getBytes(charset));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
