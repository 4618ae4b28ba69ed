package io.vigie.kpi.measure;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.vigie.events.EventJson;
import io.vigie.events.signal.Cause;
import io.vigie.events.signal.Signal;
import io.vigie.events.signal.SignalCatalogue;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ComplaintTest {
    private static final SignalCatalogue CATALOGUE = SignalCatalogue.shipped();

    @Test
    void aComplaintSaysItsOwnCause() {
        assertThat(complaint("complaint.filed", "{\"cause\": \"price\"}")).contains(Cause.PRICE);
    }

    @Test
    void anOrderComplainsOfNothing() {
        assertThat(complaint("order.placed", "{}")).isEmpty();
    }

    @Test
    void aPromoterComplainsOfNothingAndADetractorDoes() {
        assertThat(complaint("survey.answered", "{\"scale\": \"nps\", \"score\": 10}"))
                .isEmpty();
        assertThat(complaint("survey.answered", "{\"scale\": \"nps\", \"score\": 2}"))
                .contains(Cause.SERVICE);
    }

    @Test
    void aDeathIsItsOwnCause() {
        assertThat(complaint("customer.died", "{}")).contains(Cause.DIED);
    }

    @Test
    void aTypeThatTheCatalogueDoesNotKnowSaysNothing() {
        assertThat(complaint("moon.risen", "{}")).isEmpty();
    }

    private static Optional<Cause> complaint(String type, String attributes) {
        try {
            return Complaint.of(
                    new Signal(
                            "/crm",
                            "1",
                            type,
                            "c-1",
                            Instant.EPOCH,
                            EventJson.mapper().readTree(attributes),
                            Optional.empty()),
                    CATALOGUE);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
