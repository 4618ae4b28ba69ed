package io.vigie.scorer.stream;

import static io.vigie.scorer.Timelines.day;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vigie.events.model.ModelAdmitted;
import io.vigie.events.model.ModelDropped;
import io.vigie.events.model.ModelPromoted;
import io.vigie.events.model.ModelState;
import io.vigie.scorer.scoring.ExpertModel;
import io.vigie.scorer.scoring.LearnedModels;
import io.vigie.scorer.scoring.ModelMaking;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.junit.jupiter.api.Test;

class ModelsInUseTest {
    private final ModelShelf shelf = new ModelShelf(Path.of("target", "models-in-use"));
    private final ModelsInUse models = new ModelsInUse(new ModelMaking(LearnedModels.EXPERTS), shelf);
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

    @Test
    void aChampionOfAnotherHorizonLeavesTheWordToTheScorecardAndItIsToldWhy() {
        String file = new String(LearnedModels.boosted(31).bytes(), StandardCharsets.UTF_8)
                .replace("\"horizonDays\" : 90", "\"horizonDays\" : 30");
        admit("m-30", file);

        promote("m-30");

        assertThat(models.champion().id()).isEqualTo(ExpertModel.ID);
        assertThat(models.lineUp().champion()).isEqualTo("m-30");
        assertThat(models.missing()).hasValueSatisfying(why -> assertThat(why).contains("30 days", "90 days"));
        assertThat(models.obstacle("m-30"))
                .hasValueSatisfying(why -> assertThat(why).contains("30 days"));
    }

    @Test
    void onlyWhoMayBeAskedAtOnceIsKeptReadyAndTheRestIsMadeWhenAsked() {
        for (int seed = 32; seed < 36; seed++) {
            admit("m-" + seed, new String(LearnedModels.boosted(seed).bytes(), StandardCharsets.UTF_8));
        }
        promote("m-32");
        promote("m-33");
        promote("m-34");

        assertThat(models.model("m-34")).containsSame(models.champion());
        assertThat(models.model("m-33").orElseThrow())
                .isSameAs(models.model("m-33").orElseThrow());
        assertThat(models.model("m-35").orElseThrow())
                .isNotSameAs(models.model("m-35").orElseThrow());
    }

    @Test
    void whatIsDroppedIsGoneAndWhoAnswersForItIsKept() {
        admit("m-36", new String(LearnedModels.boosted(36).bytes(), StandardCharsets.UTF_8));
        assertThat(models.file("m-36")).isPresent();

        models.heard(new ModelDropped("m-36", day(3), "analyst", "nobody needs it"));

        assertThat(models.file("m-36")).isEmpty();
        assertThat(models.model("m-36")).isEmpty();
        assertThat(shelf.text("m-36")).isEmpty();
        assertThat(models.lineUp().dropped().values())
                .extracting(ModelDropped::by)
                .containsExactly("analyst");
    }

    @Test
    void whatCameOfADropIsKnownOnlyOnceItWasHeard() {
        String file = new String(LearnedModels.boosted(37).bytes(), StandardCharsets.UTF_8);
        var drop = new ModelDropped("m-37", day(3), "analyst", "nobody needs it");
        admit("m-37", file);

        assertThatThrownBy(() -> models.await(drop, Duration.ZERO)).isInstanceOf(NotHeardYet.class);
        models.heard(drop);
        assertThat(models.await(drop, Duration.ZERO)).isTrue();
        admit("m-37", file);
        assertThat(models.isDropped(drop)).isFalse();
        promote("m-37");
        models.heard(drop);
        assertThat(models.await(drop, Duration.ZERO)).isFalse();
    }

    private void admit(String id, String file) {
        models.heard(new ModelAdmitted(id, "boosted", "history", day(1), "analyst", file));
    }

    private void promote(String model) {
        models.heard(new ModelPromoted(model, ModelState.CHAMPION, false, day(2), "analyst", "it is a test"));
    }
}
