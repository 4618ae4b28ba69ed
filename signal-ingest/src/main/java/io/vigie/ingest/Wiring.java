package io.vigie.ingest;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.jackson.ObjectMapperCustomizer;
import io.quarkus.runtime.Startup;
import io.vigie.events.EventJson;
import io.vigie.events.signal.SignalCatalogue;
import io.vigie.ingest.access.Caller;
import io.vigie.ingest.access.GivenSecrets;
import io.vigie.ingest.access.RateLimits;
import io.vigie.ingest.access.RequestGuard;
import io.vigie.ingest.access.SecretFolder;
import io.vigie.ingest.intake.AliasKeys;
import io.vigie.ingest.intake.Identities;
import io.vigie.ingest.intake.Naming;
import io.vigie.ingest.intake.SignalIntake;
import io.vigie.ingest.source.Sources;
import io.vigie.ingest.store.CustomerFile;
import io.vigie.ingest.store.LastContacts;
import io.vigie.ingest.stream.Erasures;
import io.vigie.privacy.MasterKey;
import io.vigie.privacy.PersonalData;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import org.jboss.logging.Logger;

/** Gives the pure parts their data at start, so that a broken file stops the start and not the first signal. */
final class Wiring {
    private static final Logger LOG = Logger.getLogger(Wiring.class);

    @Produces
    @Singleton
    SignalCatalogue catalogue(IngestSettings settings) {
        return settings.catalogue().map(SignalCatalogue::with).orElseGet(SignalCatalogue::shipped);
    }

    @Produces
    @Singleton
    @Startup
    SignalIntake intake(SignalCatalogue catalogue, Erasures erasures, CustomerFile customers) {
        return new SignalIntake(catalogue, erasures, customers::isCompany);
    }

    @Produces
    @Singleton
    Naming naming(Identities identities, CustomerFile customers, LastContacts contacts) {
        return new Naming(
                identities,
                id -> customers.find(id).isPresent() || contacts.of(id).isPresent());
    }

    @Produces
    @Singleton
    PersonalData personal(SignalCatalogue catalogue) {
        return new PersonalData(catalogue);
    }

    @Produces
    @Singleton
    @Startup
    MasterKey masterKey(IngestSettings settings) {
        return MasterKey.given(
                settings.privacy().masterKeys(), settings.privacy().masterKeyFile());
    }

    @Produces
    @Singleton
    @Startup
    Sources sources(IngestSettings settings) {
        return settings.sources().map(Sources::with).orElseGet(Sources::shipped);
    }

    @Produces
    @Singleton
    RateLimits rateLimits() {
        return new RateLimits();
    }

    @Produces
    @Singleton
    RequestGuard guard(IngestSettings settings, Sources sources, Caller caller, RateLimits taken, InstantSource clock) {
        return new RequestGuard(
                new GivenSecrets(
                        settings.secret(), settings.secretFiles().map(folder -> new SecretFolder(folder, LOG::warn))),
                caller,
                name -> sources.find(name)
                        .flatMap(source -> source.spec().rateLimit())
                        .orElseGet(() -> settings.rateLimit().usual()),
                taken,
                clock,
                settings.apiPolicy() == IngestSettings.ApiPolicy.PERMIT);
    }

    @Produces
    @Singleton
    AliasKeys aliasKeys(IngestSettings settings) {
        return new AliasKeys(settings.phoneRegion());
    }

    @Produces
    @Singleton
    InstantSource clock() {
        return InstantSource.system();
    }

    @Produces
    @Singleton
    ObjectMapperCustomizer eventHabits() {
        return EventHabits::give;
    }

    private static final class EventHabits {
        static void give(ObjectMapper mapper) {
            EventJson.configure(mapper);
        }
    }
}
