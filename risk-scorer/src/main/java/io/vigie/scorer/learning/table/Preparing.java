package io.vigie.scorer.learning.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Turns a file and a question into what can be learned from. */
public final class Preparing {
    private final TableQuestion question;
    private final List<String> warnings = new ArrayList<>();
    private final Map<String, Meaning> meanings = new HashMap<>();

    private Preparing(TableQuestion question) {
        this.question = question;
    }

    /**
     * Reads and prepares.
     *
     * @throws TableProblem saying what keeps the table from being learned from
     */
    public static Lesson prepare(TableQuestion question) {
        return new Preparing(question).lesson();
    }

    private Lesson lesson() {
        Table file = TableFile.read(question.file());
        warnings.addAll(file.warnings());
        Ending ending = Ending.in(file, question.left());
        Stream.of(question.id().stream(), question.keep().stream(), question.ignore().stream())
                .flatMap(names -> names)
                .forEach(file::column);
        Table known = withEnding(file, ending);
        Table once = known.only(Copies.distinct(known));
        once.columns().forEach(column -> meanings.put(column.name(), Understanding.of(column, file.semicolons())));
        Optional<Column> id = identifier(known, ending);
        Copies copies = Copies.of(known, id);
        warnings.addAll(copies.warnings());
        return lesson(file.rows(), known.only(copies.kept()), ending, id);
    }

    private Lesson lesson(int rows, Table table, Ending ending, Optional<Column> id) {
        boolean[] left = ending.left(table);
        Enough.rows(left, ending);
        List<Column> learned = learned(table, ending, left);
        Encoding encoding = new Encoding(learned.stream()
                .flatMap(column -> Encoder.of(column, meaning(column)).stream())
                .toList());
        if (encoding.features().isEmpty()) {
            throw new TableProblem("no column is left to learn from");
        }
        Optional<Column> names = id.map(column -> table.column(column.name()));
        int[] twins = Copies.twins(table, learned, names);
        names.ifPresent(column -> {
            Enough.customers(column, left);
            learned.stream()
                    .filter(one -> tellsCustomersApart(one))
                    .findFirst()
                    .flatMap(telling -> Copies.underOtherNames(table, column, telling))
                    .ifPresent(warnings::add);
        });
        return new Lesson(
                origin(rows, left, ending), encoding, encoding.encode(table), left, twins, encoding.terms(), warnings);
    }

    private Origin origin(int rows, boolean[] left, Ending ending) {
        double leavers =
                IntStream.range(0, left.length).filter(row -> left[row]).count();
        return new Origin(rows, left.length, leavers / left.length, ending, TextFile.digest(question.file()));
    }

    private Meaning meaning(Column column) {
        return meanings.getOrDefault(column.name(), new Meaning.Constant());
    }

    private Table withEnding(Table file, Ending ending) {
        Column ends = file.column(ending.column());
        int unknown = ends.blanks();
        if (unknown == 0) {
            return file;
        }
        if (ends.values().size() == 2) {
            return file;
        }
        warnings.add(unknown + " rows are blank in \"" + ends.name() + "\" and were left out");
        return file.only(IntStream.range(0, file.rows())
                .filter(row -> ends.code(row) != 0)
                .toArray());
    }

    private Optional<Column> identifier(Table table, Ending ending) {
        return question.id().map(table::column).or(() -> table.columns().stream()
                .filter(column -> !column.name().equals(ending.column()))
                .filter(column -> meaning(column) instanceof Meaning.Identifier)
                .findFirst());
    }

    private boolean tellsCustomersApart(Column column) {
        return meaning(column) instanceof Meaning.Scale && 2 * column.values().size() > column.rows();
    }

    private List<Column> learned(Table table, Ending ending, boolean[] left) {
        Set<String> passed = Stream.of(question.id().stream(), question.ignore().stream(), Stream.of(ending.column()))
                .flatMap(names -> names)
                .map(name -> table.column(name).name())
                .collect(java.util.stream.Collectors.toSet());
        Set<String> kept = question.keep().stream()
                .map(name -> table.column(name).name())
                .collect(java.util.stream.Collectors.toSet());
        Suspicion suspicion = new Suspicion(left);
        return table.columns().stream()
                .filter(column -> !passed.contains(column.name()))
                .filter(column -> kept.contains(column.name()) || trusted(column, suspicion))
                .filter(this::teaches)
                .toList();
    }

    private boolean trusted(Column column, Suspicion suspicion) {
        Optional<Suspect> suspect = meaning(column) instanceof Meaning.Identifier && column.blanks() == 0
                ? Optional.empty()
                : suspicion.of(column, meaning(column));
        suspect.map(Suspect::warning).ifPresent(warnings::add);
        return suspect.filter(Suspect::plain).isEmpty();
    }

    private boolean teaches(Column column) {
        switch (meaning(column)) {
            case Meaning.Identifier _ ->
                warnings.add("column \"" + column.name()
                        + "\" was left out: nearly every row has a value of its own, as identifiers have");
            case Meaning.Constant _ ->
                warnings.add("column \"" + column.name() + "\" was left out: it is the same in every row");
            case Meaning.Word _ -> {
                boolean some = Encoder.of(column, meaning(column)).isPresent();
                if (!some) {
                    warnings.add("column \"" + column.name() + "\" was left out: no value of it is met often enough");
                }
                return some;
            }
            case Meaning.Amount _, Meaning.Day _ -> {
                return true;
            }
        }
        return false;
    }
}
