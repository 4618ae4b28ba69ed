package io.vigie.retention.policy;

import java.io.Reader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
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

    /**
     * @param dmn a DMN file with one decision named "what to do"
     * @throws IllegalArgumentException saying what is wrong with the file
     */
    RuleTable(Reader dmn) {
        Resource resource = ResourceFactory.newReaderResource(dmn, "UTF-8");
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
        rows();
    }

    /** The row that matches first; remembered, because the same inputs come again and again and cost FEEL dear. */
    Row match(Map<String, Object> inputs) {
        if (known.size() >= MOST_KNOWN) {
            known.clear();
        }
        return known.computeIfAbsent(Map.copyOf(inputs), this::evaluate);
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
        DecisionTable table =
                (DecisionTable) model.getDecisionByName(DECISION).getDecision().getExpression();
        List<String> names =
                table.getOutput().stream().map(output -> output.getName()).toList();
        return table.getRule().stream()
                .map(rule -> Row.of(outputs(names, rule)))
                .toList();
    }

    private static Map<String, String> outputs(List<String> names, DecisionRule rule) {
        Map<String, String> outputs = new HashMap<>();
        for (int i = 0; i < names.size(); i++) {
            String literal = rule.getOutputEntry().get(i).getText();
            outputs.put(names.get(i), literal.equals("null") ? "" : literal.replace("\"", ""));
        }
        return outputs;
    }
}
