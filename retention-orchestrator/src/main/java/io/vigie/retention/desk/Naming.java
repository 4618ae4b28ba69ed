package io.vigie.retention.desk;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import io.vigie.events.signal.SignalCatalogue;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Locale;

/** What signals and the scorer's own features are called in the reader's language. */
@RequestScoped
class Naming {
    private final SignalCatalogue catalogue;

    @Context
    HttpHeaders headers;

    Naming(SignalCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    String of(String factor) {
        return catalogue
                .find(factor)
                .map(type -> type.label().in(language()))
                .or(() -> Feature.named(factor).map(words()::feature))
                .orElse(factor);
    }

    String passingTime() {
        return words().timePassing();
    }

    private DeskWords words() {
        return MessageBundles.get(DeskWords.class, Localized.Literal.of(language()));
    }

    String language() {
        Locale first = headers.getAcceptableLanguages().getFirst();
        return first.getLanguage().equals("fr") ? "fr" : "en";
    }
}
