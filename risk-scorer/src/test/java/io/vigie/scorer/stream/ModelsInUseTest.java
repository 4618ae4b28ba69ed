package io.vigie.scorer.stream;

import static io.vigie.scorer.Timelines.day;
import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.events.model.ModelAdmitted;
import io.vigie.events.model.ModelPromoted;
import io.vigie.events.model.ModelState;
import io.vigie.scorer.scoring.ExpertModel;
import io.vigie.scorer.scoring.LearnedModels;
import io.vigie.scorer.scoring.ModelMaking;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.junit.jupiter.api.Test;

class ModelsInUseTest {
    private final ModelsInUse models = new ModelsInUse(new ModelMaking(LearnedModels.EXPERTS));
    private final ChampionHealth health = new ChampionHealth(models);

    @Test
    void aChampionThatCannotBeMadeHereIsTold() {
        models.heard(new ModelAdmitted("m-1", "onnx", "history", day(1), "analyst", "no model"));
        assertThat(health.call().getStatus()).isEqualTo(HealthCheckResponse.Status.UP);

        promote("m-1");

        assertThat(health.call().getStatus()).isEqualTo(HealthCheckResponse.Status.DOWN);
        assertThat(models.missing()).hasValueSatisfying(why -> assertThat(why).startsWith("m-1: "));
        assertThat(models.champion().id()).isEqualTo(ExpertModel.ID);

        promote(ExpertModel.ID);

        assertThat(health.call().getStatus()).isEqualTo(HealthCheckResponse.Status.UP);
    }

    private void promote(String model) {
        models.heard(new ModelPromoted(model, ModelState.CHAMPION, false, day(2), "analyst", "it is a test"));
    }
}
