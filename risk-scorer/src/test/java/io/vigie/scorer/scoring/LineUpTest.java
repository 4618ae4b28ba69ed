package io.vigie.scorer.scoring;

import static io.vigie.scorer.Timelines.day;
import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.events.model.ModelAdmitted;
import io.vigie.events.model.ModelDropped;
import io.vigie.events.model.ModelPromoted;
import io.vigie.events.model.ModelState;
import java.util.List;
import org.junit.jupiter.api.Test;

class LineUpTest {
    private static final LineUp TWO = LineUp.FIRST.with(admitted("a")).with(admitted("b"));

    @Test
    void theScorecardSpeaksUntilSomebodyIsPromoted() {
        assertThat(TWO.champion()).isEqualTo(ExpertModel.ID);
        assertThat(TWO.state("a")).isEqualTo(ModelState.CANDIDATE);
        assertThat(TWO.before()).isEmpty();
    }

    @Test
    void aModelGoesFromCandidateOverShadowToChampionAndIsRetiredByTheNext() {
        LineUp shadowing = TWO.with(moved("a", ModelState.SHADOW));
        LineUp first = shadowing.with(moved("a", ModelState.CHAMPION));
        LineUp second = first.with(moved("b", ModelState.CHAMPION));

        assertThat(shadowing.state("a")).isEqualTo(ModelState.SHADOW);
        assertThat(shadowing.champion()).isEqualTo(ExpertModel.ID);
        assertThat(first.state("a")).isEqualTo(ModelState.CHAMPION);
        assertThat(first.shadow()).isEmpty();
        assertThat(second.state("a")).isEqualTo(ModelState.RETIRED);
        assertThat(second.before()).contains("a");
    }

    @Test
    void rollingBackTwiceEndsWithTheScorecard() {
        LineUp second = TWO.with(moved("a", ModelState.CHAMPION)).with(moved("b", ModelState.CHAMPION));

        LineUp once = second.with(back("a"));
        LineUp twice = once.with(back(ExpertModel.ID));

        assertThat(once.champion()).isEqualTo("a");
        assertThat(once.state("b")).isEqualTo(ModelState.RETIRED);
        assertThat(twice.champion()).isEqualTo(ExpertModel.ID);
        assertThat(twice.before()).isEmpty();
        assertThat(twice.moves()).hasSize(4);
    }

    @Test
    void twoWhoRollBackAtOnceGoBackOnce() {
        LineUp second = TWO.with(moved("a", ModelState.CHAMPION)).with(moved("b", ModelState.CHAMPION));

        assertThat(second.with(back("a")).with(back("a")).champion()).isEqualTo("a");
    }

    @Test
    void ofAModelThatNobodyKnowsNothingHappens() {
        assertThat(TWO.mayMove("c", ModelState.CHAMPION)).isFalse();
        assertThat(TWO.mayDrop("c")).isFalse();
        assertThat(TWO.with(moved(ExpertModel.ID, ModelState.SHADOW))).isEqualTo(TWO);
    }

    @Test
    void aNewShadowTakesTheOldOnesPlace() {
        LineUp one = TWO.with(moved("a", ModelState.SHADOW)).with(moved("b", ModelState.SHADOW));

        assertThat(one.shadow()).contains("b");
        assertThat(one.state("a")).isEqualTo(ModelState.RETIRED);
        assertThat(one.with(moved("b", ModelState.RETIRED)).shadow()).isEmpty();
    }

    @Test
    void onlyWhatNobodyNeedsIsDropped() {
        LineUp lineUp = TWO.with(admitted("c"))
                .with(moved("a", ModelState.CHAMPION))
                .with(moved("b", ModelState.CHAMPION))
                .with(moved("c", ModelState.SHADOW));

        for (String needed : List.of("a", "b", "c", ExpertModel.ID)) {
            assertThat(lineUp.mayDrop(needed)).as(needed).isFalse();
            assertThat(lineUp.with(dropped(needed))).as(needed).isEqualTo(lineUp);
        }
        assertThat(lineUp.with(back("a")).mayDrop("b")).isTrue();
    }

    @Test
    void aDroppedModelsPastIsTheSameOnceItsFileIsNoLongerHeardOf() {
        LineUp heard = TWO.with(admitted("c"))
                .with(moved("a", ModelState.CHAMPION))
                .with(moved("b", ModelState.CHAMPION))
                .with(moved("c", ModelState.CHAMPION))
                .with(dropped("a"));
        LineUp compacted = LineUp.FIRST
                .with(admitted("b"))
                .with(admitted("c"))
                .with(moved("a", ModelState.CHAMPION))
                .with(moved("b", ModelState.CHAMPION))
                .with(moved("c", ModelState.CHAMPION))
                .with(dropped("a"));

        assertThat(compacted).isEqualTo(heard);
        assertThat(heard.knows("a")).isFalse();
        assertThat(heard.with(back("b")).with(back(ExpertModel.ID)).champion()).isEqualTo(ExpertModel.ID);
        assertThat(heard.with(moved("a", ModelState.CHAMPION))).isEqualTo(heard);
        assertThat(heard.with(admitted("a")).mayMove("a", ModelState.SHADOW)).isTrue();
    }

    @Test
    void whoGoesBackOverADroppedModelComparesWithWhoSpeaksThen() {
        LineUp lineUp = TWO.with(admitted("c"))
                .with(admitted("d"))
                .with(moved("a", ModelState.CHAMPION))
                .with(moved("b", ModelState.CHAMPION))
                .with(moved("c", ModelState.CHAMPION))
                .with(dropped("a"))
                .with(moved("d", ModelState.SHADOW))
                .with(back("b"))
                .with(back(ExpertModel.ID));

        assertThat(lineUp.champion()).isEqualTo(ExpertModel.ID);
        assertThat(lineUp.besideWhom("d")).contains(ExpertModel.ID);
        assertThat(lineUp.with(moved("d", ModelState.RETIRED)).besideWhom("d")).contains(ExpertModel.ID);
        assertThat(lineUp.besideWhom("c")).isEmpty();
    }

    @Test
    void eachDropHasAKeyOfItsOwn() {
        ModelDropped again = new ModelDropped("a", day(5), "analyst", "nobody needs it");

        assertThat(again.key()).isNotEqualTo(dropped("a").key());
    }

    private static ModelDropped dropped(String id) {
        return new ModelDropped(id, day(4), "analyst", "nobody needs it");
    }

    private static Admitted admitted(String id) {
        return Admitted.of(new ModelAdmitted(id, "linear", "history", day(1), "analyst", "{}"));
    }

    private static ModelPromoted moved(String id, ModelState to) {
        return new ModelPromoted(id, to, false, day(2), "analyst", "it is better");
    }

    private static ModelPromoted back(String id) {
        return new ModelPromoted(id, ModelState.CHAMPION, true, day(3), "analyst", "it is worse");
    }
}
