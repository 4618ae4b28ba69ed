package io.vigie.kpi.measure;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.vigie.events.risk.RiskLevel;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * All measures of one period, as they are answered.
 *
 * @param currency of every amount; absent as long as no customer is known
 * @param customers answered as {@code customersAtStart}, {@code valueAtStart}, {@code newCustomers},
 *     {@code customersAtEnd}, {@code customersByLevel} and {@code customersNotScored}
 */
@JsonPropertyOrder({
    "from",
    "to",
    "currency",
    "churn",
    "customersAtStart",
    "valueAtStart",
    "newCustomers",
    "customersAtEnd",
    "growthCheck",
    "customersByLevel",
    "customersNotScored"
})
public record Kpis(
        @JsonIgnore Period period,
        Optional<String> currency,
        Churn churn,
        @JsonIgnore Customers customers,
        @JsonUnwrapped Work work,
        Causes causes) {

    @JsonProperty
    public Instant from() {
        return period.from();
    }

    @JsonProperty
    public Instant to() {
        return period.to();
    }

    @JsonProperty
    public long customersAtStart() {
        return customers.atStart();
    }

    @JsonProperty
    public long valueAtStart() {
        return customers.valueAtStart();
    }

    @JsonProperty
    public long newCustomers() {
        return customers.started();
    }

    @JsonProperty
    public long customersAtEnd() {
        return customers.atEnd();
    }

    @JsonProperty
    public Map<RiskLevel, Long> customersByLevel() {
        return customers.atEndByLevel();
    }

    @JsonProperty
    public long customersNotScored() {
        return customers.notScoredAtEnd();
    }

    /** Whether the company grows: new customers must exceed lost ones. */
    @JsonProperty
    public boolean growthCheck() {
        return customers.started() > churn.customersLost().total();
    }

    /** Whether there is anything to show at all. */
    @JsonIgnore
    public boolean empty() {
        return customers.atStart() == 0 && customers.atEnd() == 0 && customers.started() == 0;
    }
}
