package io.vigie.retention.policy;

import java.io.StringReader;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.kie.api.io.Resource;
import org.kie.dmn.api.core.DMNContext;
import org.kie.dmn.api.core.DMNMessage;
import org.kie.dmn.api.core.DMNModel;
import org.kie.dmn.api.core.DMNResult;
import org.kie.dmn.api.core.DMNRuntime;
import org.kie.dmn.core.internal.utils.DMNRuntimeBuilder;
import org.kie.dmn.model.api.DecisionRule;
import org.kie.dmn.model.api.DecisionTable;
import org.kie.internal.io.ResourceFactory;

/** A policy's rows as a DMN decision table, so that those who answer for the policy can read and change it. */
final class RuleTable {
    private static final String DECISION = "what to do";

    private static final int MOST_KNOWN = 20_000;

    private final Map<Map<String, Object>, Row> known = new ConcurrentHashMap<>();
    private final DMNRuntime runtime;
    private final DMNModel model;
    private final NavigableSet<BigDecimal> bounds;

    /**
     * @param dmn a DMN file with one decision named "what to do"
     * @throws IllegalArgumentException saying what is wrong with the file
     */
    RuleTable(String dmn) {
        List<Flaw> flaws = PlainModel.flaws(dmn);
        if (!flaws.isEmpty()) {
            throw Flaw.all(flaws);
        }
        Resource resource = ResourceFactory.newReaderResource(new StringReader(dmn), "UTF-8");
        resource.setSourcePath("policy.dmn");
        this.runtime = DMNRuntimeBuilder.fromDefaults()
                .buildConfiguration()
                .fromResources(List.of(resource))
                .getOrElseThrow(problem ->
                        new IllegalArgumentException("the policy is no DMN model: " + problem.getMessage(), problem));
        this.model = runtime.getModels().getFirst();
        if (model.hasErrors()) {
            throw new IllegalArgumentException("the policy does not compile: "
                    + model.getMessages(DMNMessage.Severity.ERROR).stream()
                            .map(DMNMessage::getText)
                            .collect(Collectors.joining("; ")));
        }
        this.bounds = new Reading(readings()).bounds();
    }

    /** The row that matches first; remembered, because the same inputs come again and again and cost FEEL dear. */
    Row match(Map<String, Object> inputs) {
        if (known.size() >= MOST_KNOWN) {
            known.clear();
        }
        return known.computeIfAbsent(alike(inputs), _ -> evaluate(inputs));
    }

    /** Values between two bounds of the table cannot be told apart by it. */
    private Map<String, Object> alike(Map<String, Object> inputs) {
        Map<String, Object> key = new HashMap<>(inputs);
        key.computeIfPresent(Question.VALUE.inTable(), (_, value) -> {
            BigDecimal exact = new BigDecimal(value.toString());
            return bounds.contains(exact) ? exact : "below " + bounds.higher(exact);
        });
        return key;
    }

    private Row evaluate(Map<String, Object> inputs) {
        DMNContext context = runtime.newContext();
        inputs.forEach(context::set);
        DMNResult result = runtime.evaluateAll(model, context);
        if (result.hasErrors()
                || !(result.getDecisionResultByName(DECISION).getResult() instanceof Map<?, ?> outputs)) {
            throw new IllegalArgumentException("the policy has no answer to " + inputs + ": " + result.getMessages());
        }
        return Row.of(outputs.entrySet().stream()
                .filter(entry -> entry.getValue() != null)
                .collect(Collectors.toMap(entry -> entry.getKey().toString(), Map.Entry::getValue)));
    }

    /** Every row as it stands in the file, read at the start so that a slip of the pen is found then. */
    List<Row> rows() {
        return readings().stream().map(row -> Row.of(row.outputs())).toList();
    }

    /**
     * Every row as people read it.
     *
     * @throws IllegalArgumentException when it asks what nobody can answer
     */
    List<ReadRow> readings() {
        DecisionTable table =
                (DecisionTable) model.getDecisionByName(DECISION).getDecision().getExpression();
        List<Question> questions = table.getInput().stream()
                .map(input -> input.getInputExpression().getText().strip())
                .map(RuleTable::question)
                .toList();
        List<String> names =
                table.getOutput().stream().map(output -> output.getName()).toList();
        return table.getRule().stream()
                .map(rule -> reading(rule, questions, outputs(names, rule)))
                .toList();
    }

    private static Question question(String asked) {
        return Question.named(asked)
                .orElseThrow(() -> new IllegalArgumentException("the table asks \"" + asked
                        + "\", which is not known of customers; it can ask: "
                        + Arrays.stream(Question.values())
                                .map(Question::inTable)
                                .collect(Collectors.joining(", "))));
    }

    private static ReadRow reading(DecisionRule rule, List<Question> questions, Map<String, String> outputs) {
        List<Condition> conditions = IntStream.range(0, questions.size())
                .mapToObj(i -> new Condition(
                        questions.get(i), rule.getInputEntry().get(i).getText().strip()))
                .filter(condition -> !condition.text().equals("-"))
                .toList();
        return new ReadRow(outputs.getOrDefault("rule", ""), conditions, outputs);
    }

    private static Map<String, String> outputs(List<String> names, DecisionRule rule) {
        Map<String, String> outputs = new HashMap<>();
        for (int i = 0; i < names.size(); i++) {
            String literal = rule.getOutputEntry().get(i).getText();
            if (!literal.equals("null")) {
                outputs.put(names.get(i), literal.replace("\"", ""));
            }
        }
        return outputs;
    }
}
