package io.vigie.kpi.measure;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.vigie.events.risk.Leaving;

/** A count or an amount lost, by the way customers left; the unavoidable stays apart since nobody can act on it. */
@JsonPropertyOrder({"total", "byChoice", "unpaid", "unavoidable"})
public record Split(long byChoice, long unpaid, long unavoidable) {
    public static final Split NONE = new Split(0, 0, 0);

    @JsonProperty("total")
    public long total() {
        return byChoice + unpaid + unavoidable;
    }

    public Split plus(Leaving way, long amount) {
        return switch (way) {
            case BY_CHOICE -> new Split(byChoice + amount, unpaid, unavoidable);
            case UNPAID -> new Split(byChoice, unpaid + amount, unavoidable);
            case UNAVOIDABLE -> new Split(byChoice, unpaid, unavoidable + amount);
        };
    }
}
