package io.vigie.retention.policy;

import io.vigie.events.Word;
import io.vigie.events.customer.Potential;
import io.vigie.events.customer.Segment;
import io.vigie.events.risk.RiskLevel;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a row of a policy may ask of a customer, and what the answers can be. */
public enum Question {
    UNAVOIDABLE("unavoidable"),
    OBJECTION("objection"),
    SEGMENT("segment", words(Segment.values())),
    INCIDENT("incident"),
    TERMINATION("termination", "none,notified,answered"),
    PAYMENT_FAILED_ONLY("payment failed only"),
    WON_BACK("won back", "no,leaving-again,tried"),
    COMPLAINT_OVERDUE("complaint overdue"),
    ANNIVERSARY_MISSED("anniversary missed"),
    CALLABLE("callable"),
    REACHABLE("reachable"),
    CONTROL_GROUP("control group"),
    LEVEL("level", words(RiskLevel.values())),
    STRATEGIC("strategic"),
    VALUE("value", ""),
    POTENTIAL("potential", words(Potential.values())),
    MOVING("moving"),
    TOP_VALUE("top value"),
    WIN_BACK_DUE("win-back due"),
    LOST("lost");

    private final String inTable;
    private final String answers;

    Question(String inTable) {
        this(inTable, "true,false");
    }

    Question(String inTable, String answers) {
        this.inTable = inTable;
        this.answers = answers;
    }

    /** As a decision table names it. */
    public String inTable() {
        return inTable;
    }

    /** All there are; none where the answer is a number. */
    List<String> answers() {
        return answers.isEmpty() ? List.of() : List.of(answers.split(","));
    }

    boolean yesOrNo() {
        return answers.startsWith("true");
    }

    public static Optional<Question> named(String inTable) {
        return Arrays.stream(values())
                .filter(question -> question.inTable.equals(inTable))
                .findFirst();
    }

    private static String words(Word... constants) {
        return Stream.of(constants).map(Word::word).collect(Collectors.joining(","));
    }
}
