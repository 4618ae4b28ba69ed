package io.vigie.retention.desk;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import io.vigie.events.reasons.Heard;
import io.vigie.events.reasons.Wording;
import io.vigie.events.risk.Matter;
import io.vigie.events.risk.Reason;
import io.vigie.events.signal.SignalCatalogue;
import io.vigie.retention.RetentionSettings;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Locale;

/** What signals and the scorer's own features are called in the reader's language, and how reasons are told in it. */
@RequestScoped
class Naming {
    private final SignalCatalogue catalogue;
    private final RetentionSettings settings;

    @Context
    HttpHeaders headers;

    Naming(SignalCatalogue catalogue, RetentionSettings settings) {
        this.catalogue = catalogue;
        this.settings = settings;
    }

    String of(String factor) {
        return wording().name(factor);
    }

    /** A reason as it can be read out, given what is open. */
    String told(Reason reason, List<Matter> open) {
        return wording().sentence(reason, Heard.onlyOpen(open));
    }

    String passingTime() {
        return MessageBundles.get(DeskWords.class, Localized.Literal.of(language()))
                .timePassing();
    }

    private Wording wording() {
        return new Wording(catalogue, language(), settings.zone());
    }

    String language() {
        Locale first = headers.getAcceptableLanguages().getFirst();
        return first.getLanguage().equals("fr") ? "fr" : "en";
    }
}
