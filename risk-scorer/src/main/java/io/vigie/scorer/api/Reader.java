package io.vigie.scorer.api;

import io.vigie.events.reasons.Wording;
import io.vigie.events.signal.SignalCatalogue;
import io.vigie.scorer.ScorerSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;

/** Whose words to use: those of the language in which somebody asks. */
@ApplicationScoped
public class Reader {
    private final SignalCatalogue catalogue;
    private final ScorerSettings settings;
    private final HttpHeaders headers;

    Reader(SignalCatalogue catalogue, ScorerSettings settings, HttpHeaders headers) {
        this.catalogue = catalogue;
        this.settings = settings;
        this.headers = headers;
    }

    /** The words of the question under way, whose language {@code ?lang=}, a cookie or the browser has settled. */
    public Wording wording() {
        String language = headers.getAcceptableLanguages().getFirst().getLanguage();
        return new Wording(catalogue, language, settings.zone());
    }
}
