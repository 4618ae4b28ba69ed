package io.vigie.retention;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.jackson.ObjectMapperCustomizer;
import io.quarkus.runtime.Startup;
import io.vigie.events.EventJson;
import io.vigie.events.signal.SignalCatalogue;
import io.vigie.privacy.MasterKey;
import io.vigie.retention.casework.CaseDesk;
import io.vigie.retention.casework.FollowUp;
import io.vigie.retention.casework.History;
import io.vigie.retention.casework.OverruleDesk;
import io.vigie.retention.casework.TaskDesk;
import io.vigie.retention.casework.Tiers;
import io.vigie.retention.casework.WorkRules;
import io.vigie.retention.law.LawBook;
import io.vigie.retention.letters.ActingFiles;
import io.vigie.retention.letters.Briefing;
import io.vigie.retention.letters.Company;
import io.vigie.retention.letters.CounterArguments;
import io.vigie.retention.letters.InterviewScript;
import io.vigie.retention.letters.Occasions;
import io.vigie.retention.letters.Offers;
import io.vigie.retention.letters.Scripts;
import io.vigie.retention.letters.Writing;
import io.vigie.retention.policy.Policy;
import io.vigie.retention.policy.PolicyText;
import io.vigie.retention.policy.Rulebook;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Builds the pure parts from what is set. */
final class Wiring {
    /** At the start, because a law that cannot be read must stop the service. */
    @Produces
    @Singleton
    @Startup
    LawBook laws(RetentionSettings settings) {
        return settings.law().map(LawBook::with).orElseGet(LawBook::shipped);
    }

    /** At the start, because a policy takes two seconds to load and a wrong one must stop the service. */
    @Produces
    @Singleton
    @Startup
    Policy policy(RetentionSettings settings, LawBook laws) {
        PolicyText text = settings.policy().map(PolicyText::in).orElseGet(PolicyText::shipped);
        return Policy.of(text, settings.zone(), laws);
    }

    @Produces
    @Singleton
    CaseDesk caseDesk(Rulebook rulebook, FollowUp followUp, History.Beginning beginning, RetentionSettings settings) {
        boolean live = settings.mode() == RetentionSettings.Mode.LIVE;
        return new CaseDesk(rulebook, new History(beginning, live), followUp);
    }

    /** At the start, because wrong ones must stop the service. */
    @Produces
    @Singleton
    @Startup
    WorkRules workRules(RetentionSettings settings) {
        return settings.policy().map(WorkRules::of).orElseGet(WorkRules::shipped);
    }

    @Produces
    @Singleton
    FollowUp followUp(WorkRules rules, Rulebook rulebook, Tiers tiers, RetentionSettings settings) {
        return new FollowUp(rules, rulebook, tiers, settings.mode() == RetentionSettings.Mode.LIVE);
    }

    @Produces
    @Singleton
    TaskDesk taskDesk(Rulebook rulebook, FollowUp followUp) {
        return new TaskDesk(rulebook, followUp);
    }

    @Produces
    @Singleton
    OverruleDesk overruleDesk(Rulebook rulebook, FollowUp followUp) {
        return new OverruleDesk(rulebook, followUp);
    }

    @Produces
    @Singleton
    SignalCatalogue catalogue(RetentionSettings settings) {
        return settings.catalogue().map(SignalCatalogue::with).orElseGet(SignalCatalogue::shipped);
    }

    @Produces
    @Singleton
    ActingFiles actingFiles(RetentionSettings settings) {
        return new ActingFiles(settings.acting());
    }

    @Produces
    @Singleton
    Company company(ActingFiles files) {
        return files.yaml("company.yaml", Company.class);
    }

    @Produces
    @Singleton
    Occasions occasions(ActingFiles files) {
        return files.yaml("occasions.yaml", Occasions.class);
    }

    @Produces
    @Singleton
    Offers offers(ActingFiles files) {
        return files.yaml("offers.yaml", Offers.class);
    }

    @Produces
    @Singleton
    Scripts scripts(ActingFiles files) {
        return files.yaml("scripts.yaml", Scripts.class);
    }

    @Produces
    @Singleton
    CounterArguments counterArguments(ActingFiles files) {
        return files.yaml("counter-arguments.yaml", CounterArguments.class);
    }

    @Produces
    @Singleton
    InterviewScript interviewScript(ActingFiles files) {
        return files.yaml("interview.yaml", InterviewScript.class);
    }

    @Produces
    @Singleton
    Briefing briefing(SignalCatalogue catalogue, RetentionSettings settings) {
        return new Briefing(catalogue, settings.zone());
    }

    @Produces
    @Singleton
    Writing writing(Occasions occasions, RetentionSettings settings) {
        return new Writing(occasions, settings.zone());
    }

    /** At the start, because without it nobody can be reached. */
    @Produces
    @Singleton
    @Startup
    MasterKey masterKey(RetentionSettings settings) {
        return MasterKey.given(
                settings.privacy().masterKeys(), settings.privacy().masterKeyFile());
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
