package io.vigie.scorer.model;

import static io.vigie.scorer.Timelines.CATALOGUE;
import static io.vigie.scorer.Timelines.SCORECARD;
import static io.vigie.scorer.Timelines.catalogueWhere;
import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.events.signal.SignalCatalogue;
import java.nio.file.Path;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BasisTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final Basis SHIPPED = Basis.of(CATALOGUE, SCORECARD, PARIS);

    @Test
    void theSameFilesAreTheSameBasisWheneverTheyAreRead() {
        assertThat(Basis.of(SignalCatalogue.shipped(), Scorecard.shipped(), PARIS))
                .isEqualTo(SHIPPED);
    }

    @Test
    void aWeightAHalfLifeARemedyAndTheZoneEachMakeAnother(@TempDir Path folder) {
        assertThat(basis(folder, "complaint.filed", "weight: 1.3", "weight: 1.4"))
                .isNotEqualTo(SHIPPED);
        assertThat(basis(folder, "complaint.filed", "halfLifeDays: 90", "halfLifeDays: 91"))
                .isNotEqualTo(SHIPPED);
        assertThat(basis(folder, "contract.cancelled", "share: 1.0", "share: 0.9"))
                .isNotEqualTo(SHIPPED);
        assertThat(Basis.of(CATALOGUE, SCORECARD, ZoneId.of("Asia/Tokyo"))).isNotEqualTo(SHIPPED);
    }

    @Test
    void whatATypeIsCalledMakesNoOther(@TempDir Path folder) {
        assertThat(basis(folder, "complaint.filed", "Complaint filed", "A grievance"))
                .isEqualTo(SHIPPED);
        assertThat(basis(folder, "survey.answered", "an unfavourable answer", "a bad answer"))
                .isEqualTo(SHIPPED);
    }

    private static Basis basis(Path folder, String type, String of, String becomes) {
        return Basis.of(catalogueWhere(folder, type, of, becomes), SCORECARD, PARIS);
    }
}
