package io.vigie.scorer.lookout.models;

import io.vigie.events.reasons.Wording;
import io.vigie.scorer.api.ModelLine;
import io.vigie.scorer.api.ModelsApi;
import io.vigie.scorer.api.Reader;
import io.vigie.scorer.learning.file.Figures;
import io.vigie.scorer.learning.file.HistoryModelFile;
import io.vigie.scorer.learning.file.RiskPart;
import io.vigie.scorer.learning.history.Input;
import io.vigie.scorer.learning.linear.Linear;
import io.vigie.scorer.learning.training.Kind;
import io.vigie.scorer.lookout.models.ModelPage.Judged;
import io.vigie.scorer.lookout.models.ModelPage.RiskPage;
import io.vigie.scorer.lookout.models.ModelPage.Weight;
import io.vigie.scorer.scoring.BroughtModel;
import io.vigie.scorer.scoring.Comparison;
import io.vigie.scorer.scoring.Drift;
import io.vigie.scorer.scoring.ExpertModel;
import io.vigie.scorer.scoring.LearnedModel;
import io.vigie.scorer.scoring.ScoringModel;
import io.vigie.scorer.stream.FitJob;
import io.vigie.scorer.stream.ModelsInUse;
import io.vigie.scorer.stream.SilenceInUse;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Collects what the pages on models show. */
@ApplicationScoped
class Gallery {
    private final ModelsInUse models;
    private final SilenceInUse silence;
    private final Reader reader;

    Gallery(ModelsInUse models, SilenceInUse silence, Reader reader) {
        this.models = models;
        this.silence = silence;
        this.reader = reader;
    }

    ModelsPage all(ModelsApi.Models all, FitJob job) {
        return new ModelsPage(
                all.models().stream().map(ModelsPage.Row::of).toList(),
                all.before(),
                silence.get().given(),
                silence.fitted(),
                fit(job),
                all.dropped());
    }

    FitPage fit(FitJob job) {
        return FitPage.of(job, reader.wording());
    }

    Optional<ModelPage> one(ModelsApi.Models all, String id, Optional<Comparison> comparison, Optional<Drift> drift) {
        Optional<ModelLine> rival = all.models().stream()
                .filter(line -> line.id().equals(all.champion()))
                .filter(line -> !line.id().equals(id) && !line.metrics().isEmpty())
                .findFirst();
        return all.models().stream()
                .filter(line -> line.id().equals(id))
                .findFirst()
                .map(line -> page(line, rival, models.model(id), WatchedPage.of(comparison, drift, reader.wording())));
    }

    private ModelPage page(
            ModelLine line, Optional<ModelLine> rival, Optional<ScoringModel> model, WatchedPage watched) {
        Optional<HistoryModelFile> file = model.filter(LearnedModel.class::isInstance)
                .map(LearnedModel.class::cast)
                .map(LearnedModel::file);
        Wording wording = reader.wording();
        return new ModelPage(
                line,
                file.map(HistoryModelFile::data),
                model.filter(BroughtModel.class::isInstance)
                        .map(BroughtModel.class::cast)
                        .map(BroughtModel::file),
                file.stream()
                        .flatMap(one -> one.risks().stream())
                        .map(part -> risk(part, wording))
                        .toList(),
                rival,
                watched,
                file.stream()
                        .flatMap(one -> one.told().stream())
                        .map(remark -> Shown.of(remark, wording))
                        .toList());
    }

    private static RiskPage risk(RiskPart part, Wording wording) {
        List<Judged> judged = new ArrayList<>(judged(Kind.LINEAR, part.linear()));
        part.boosted().ifPresent(figures -> judged.addAll(judged(Kind.BOOSTED, figures)));
        part.experts().ifPresent(metrics -> judged.add(new Judged(ExpertModel.ID, 0, metrics)));
        return new RiskPage(
                part.risk(),
                part.boosted().map(_ -> part.chosen() == Kind.BOOSTED),
                part.leavers(),
                part.stayers(),
                part.model().trees().map(forest -> forest.trees().size()).orElse(0),
                judged,
                part.reliability(),
                weights(part, wording));
    }

    private static List<Judged> judged(Kind way, Figures figures) {
        List<Judged> judged = new ArrayList<>(List.of(new Judged(way.word(), 0, figures.all())));
        for (int i = 0; i < figures.parts().size(); i++) {
            judged.add(new Judged(way.word(), i + 1, figures.parts().get(i)));
        }
        return judged;
    }

    /** The heaviest first. */
    private static List<Weight> weights(RiskPart part, Wording wording) {
        Linear linear = part.model().linear();
        return IntStream.range(0, linear.terms().size())
                .mapToObj(i -> {
                    Input input = part.inputs().get(linear.terms().get(i).input());
                    return new Weight(
                            wording.name(input.factor()),
                            linear.terms().get(i).prior(),
                            linear.weights().get(i));
                })
                .sorted(Comparator.comparingDouble(
                        weight -> -Math.abs(weight.posterior().mean())))
                .toList();
    }
}
