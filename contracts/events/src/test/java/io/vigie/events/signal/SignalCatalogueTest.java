package io.vigie.events.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.vigie.events.EventJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SignalCatalogueTest {
    private final SignalCatalogue catalogue = SignalCatalogue.shipped();

    @Test
    void everyShippedTypeCanBeRead() {
        assertThat(catalogue.types()).hasSizeGreaterThanOrEqualTo(45);
        assertThat(type("complaint.filed").weight()).isEqualTo(1.30);
        assertThat(type("payment.failed").risk()).isEqualTo(RiskKind.UNPAID);
    }

    @Test
    void variantsTellADetractorFromAPromoter() throws IOException {
        SignalType survey = type("survey.answered");

        assertThat(survey.variantOf(json("{\"scale\":\"nps\",\"score\":6}")))
                .map(Variant::name)
                .hasValue("detractor");
        assertThat(survey.variantOf(json("{\"scale\":\"csat\",\"score\":5}")))
                .map(Variant::name)
                .hasValue("promoter");
        assertThat(survey.counters())
                .containsExactly("survey.answered/detractor", "survey.answered/promoter", "survey.answered/passive");
    }

    @Test
    void strengthFollowsTheAttributeThatTheTypeNames() throws IOException {
        assertThat(type("support.ticket-opened").strengthOf(json("{\"priority\":\"urgent\"}")))
                .isEqualTo(2);
        assertThat(type("order.returned").strengthOf(json("{\"share\":0.25}"))).isEqualTo(0.25);
        assertThat(type("order.returned").strengthOf(json("{}"))).isEqualTo(1);
    }

    @Test
    void causeComesFromTheSignalWhereItSaysOne() throws IOException {
        assertThat(type("complaint.filed").cause().of(json("{\"cause\":\"price\"}")))
                .isEqualTo(Cause.PRICE);
        assertThat(type("complaint.filed").cause().of(json("{}"))).isEqualTo(Cause.SERVICE);
    }

    @Test
    void aMoveOutOfReachIsUnavoidable() throws IOException {
        assertThat(type("customer.moved").unavoidableCause(json("{\"servable\":false}")))
                .hasValue(Cause.MOVED_OUT_OF_REACH);
        assertThat(type("customer.moved").unavoidableCause(json("{}"))).isEmpty();
    }

    @Test
    void faultsNameTheUnknownTypeAndTheWrongAttribute() throws IOException {
        assertThat(catalogue.faults(signal("complaint.fild", "{}")))
                .singleElement()
                .asString()
                .contains("catalogue");
        assertThat(catalogue.faults(signal("survey.answered", "{\"scale\":\"nps\",\"score\":11}")))
                .singleElement()
                .asString()
                .contains("score");
        assertThat(catalogue.faults(signal("survey.answered", "{\"scale\":\"nps\",\"score\":9}")))
                .isEmpty();
    }

    @Test
    void aCompanyAddsATypeByAFile(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("gym.visit-skipped.yaml"), """
                type: gym.visit-skipped
                label: {en: Visit skipped, fr: Visite manquée}
                cause: {otherwise: habits}
                stage: {otherwise: use}
                weight: 0.2
                attributes: {type: object}
                """);

        SignalCatalogue extended = SignalCatalogue.with(folder);

        assertThat(extended.find("gym.visit-skipped")).isPresent();
        assertThat(extended.types()).hasSize(catalogue.types().size() + 1);
    }

    @Test
    void aBrokenFileIsNamed(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("gym.yaml"), "type: gym.visit-skipped\nwieght: 3\n");

        assertThatThrownBy(() -> SignalCatalogue.with(folder))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("gym.yaml")
                .hasMessageContaining("wieght");
    }

    private SignalType type(String name) {
        return catalogue.find(name).orElseThrow();
    }

    private static Signal signal(String type, String attributes) throws IOException {
        return new Signal("test", "1", type, "c1", Instant.EPOCH, json(attributes), Optional.empty());
    }

    private static JsonNode json(String text) throws IOException {
        return EventJson.mapper().readTree(text);
    }
}
