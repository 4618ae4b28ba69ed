package io.vigie.scorer;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.jackson.ObjectMapperCustomizer;
import io.vigie.events.EventJson;
import io.vigie.events.signal.SignalCatalogue;
import io.vigie.scorer.model.RiskModel;
import io.vigie.scorer.model.Scorecard;
import io.vigie.scorer.profile.Cohorts;
import io.vigie.scorer.profile.LifeRules;
import io.vigie.scorer.scoring.ModelMaking;
import io.vigie.scorer.stream.ModelShelf;
import io.vigie.scorer.stream.ModelsInUse;
import io.vigie.scorer.stream.SilenceInUse;
import io.vigie.scorer.watch.Charting;
import io.vigie.scorer.watch.Hindsight;
import io.vigie.scorer.watch.Watch;
import io.vigie.scorer.watch.WatchSettings;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Clock;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Builds the pure parts from what is set. */
final class Wiring {
    @Produces
    @Singleton
    SignalCatalogue catalogue(ScorerSettings settings) {
        return settings.catalogue().map(SignalCatalogue::with).orElseGet(SignalCatalogue::shipped);
    }

    @Produces
    @Singleton
    Scorecard scorecard(ScorerSettings settings) {
        return settings.scorecard().map(Scorecard::from).orElseGet(Scorecard::shipped);
    }

    @Produces
    @Singleton
    SilenceInUse silence(Scorecard scorecard) {
        return new SilenceInUse(scorecard.silence());
    }

    @Produces
    @Singleton
    Cohorts cohorts(ScorerSettings settings) {
        return new Cohorts(settings.silence().cohort());
    }

    @Produces
    @Singleton
    LifeRules lifeRules(Scorecard scorecard, ScorerSettings settings) {
        return scorecard.lifeRules(settings.zone());
    }

    @Produces
    @Singleton
    RiskModel experts(
            SignalCatalogue catalogue, Scorecard scorecard, LifeRules rules, Cohorts cohorts, SilenceInUse silence) {
        return new RiskModel(catalogue, scorecard, rules, cohorts, silence);
    }

    @Produces
    @Singleton
    ModelsInUse models(
            RiskModel experts,
            ScorerSettings settings,
            @ConfigProperty(name = "vigie.data", defaultValue = "./data") Path data) {
        ModelShelf shelf = new ModelShelf(data.resolve("models").resolve(settings.prefix()));
        return new ModelsInUse(new ModelMaking(experts), shelf);
    }

    @Produces
    @Singleton
    Watch watch(
            SignalCatalogue catalogue,
            Scorecard scorecard,
            LifeRules rules,
            ModelsInUse models,
            ScorerSettings settings) {
        WatchSettings tell =
                new WatchSettings(settings.tell().move(), settings.tell().everyDays());
        return new Watch(catalogue, scorecard, models, rules, tell);
    }

    @Produces
    @Singleton
    Hindsight hindsight(Watch watch) {
        return new Hindsight(watch);
    }

    @Produces
    @Singleton
    Charting charting(Watch watch) {
        return new Charting(watch);
    }

    @Produces
    @Singleton
    Clock clock() {
        return Clock.systemUTC();
    }

    @Produces
    @Singleton
    ObjectMapperCustomizer json() {
        return new ObjectMapperCustomizer() {
            @Override
            public void customize(ObjectMapper mapper) {
                EventJson.configure(mapper);
            }
        };
    }
}
