package io.vigie.kpi.measure;

import io.vigie.events.signal.Cause;
import io.vigie.events.signal.Signal;
import io.vigie.events.signal.SignalCatalogue;
import io.vigie.events.signal.SignalType;
import io.vigie.events.signal.Variant;
import java.util.Optional;

/** What a signal says against staying, if it says anything: an order has a catalogue cause too, but is no complaint. */
public final class Complaint {
    private Complaint() {}

    public static Optional<Cause> of(Signal signal, SignalCatalogue catalogue) {
        return catalogue.find(signal.type()).flatMap(type -> cause(signal, type));
    }

    private static Optional<Cause> cause(Signal signal, SignalType type) {
        Optional<Cause> unavoidable = type.unavoidableCause(signal.attributes());
        if (unavoidable.isPresent()) {
            return unavoidable;
        }
        double weight = type.variantOf(signal.attributes()).map(Variant::weight).orElse(type.weight());
        return weight > 0 ? Optional.of(type.cause().of(signal.attributes())) : Optional.empty();
    }
}
