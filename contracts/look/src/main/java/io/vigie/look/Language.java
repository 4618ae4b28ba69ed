package io.vigie.look;

import io.quarkus.qute.EngineBuilder;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.LanguageHeader;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** Settles each request's language before anyone reads it: {@code ?lang=}, the cookie it left, or the browser's own. */
@ApplicationScoped
class Language {
    private static final String NAME = "lang";
    private static final String OTHERWISE = "en";
    private static final Set<String> SPOKEN = Set.of("en", "fr");
    private static final int BEFORE_AUTHENTICATION = 300;

    private final CurrentVertxRequest current;

    @Inject
    Language(CurrentVertxRequest current) {
        this.current = current;
    }

    void settle(@Observes Filters filters) {
        filters.register(Language::settle, BEFORE_AUTHENTICATION);
    }

    void tellTemplates(@Observes EngineBuilder engine) {
        engine.addTemplateInstanceInitializer(this::tell);
    }

    private void tell(TemplateInstance page) {
        try {
            Optional.ofNullable(current.getCurrent())
                    .map(context -> context.<String>get(NAME))
                    .ifPresent(page::setLocale);
        } catch (ContextNotActiveException _) {
            page.setLocale(OTHERWISE);
        }
    }

    private static void settle(RoutingContext context) {
        HttpServerRequest request = context.request();
        Optional<String> chosen = Optional.ofNullable(request.getParam(NAME)).filter(SPOKEN::contains);
        chosen.ifPresent(language -> context.response().addCookie(kept(language)));
        String language = chosen.or(
                        () -> Optional.ofNullable(request.getCookie(NAME)).map(Cookie::getValue))
                .filter(SPOKEN::contains)
                .orElseGet(() -> preferred(context));
        context.put(NAME, language);
        request.headers().set("Accept-Language", language);
        context.next();
    }

    private static String preferred(RoutingContext context) {
        return context.acceptableLanguages().stream()
                .map(LanguageHeader::tag)
                .filter(SPOKEN::contains)
                .findFirst()
                .orElse(OTHERWISE);
    }

    private static Cookie kept(String language) {
        return Cookie.cookie(NAME, language)
                .setPath("/")
                .setHttpOnly(true)
                .setSameSite(CookieSameSite.LAX)
                .setMaxAge(Duration.ofDays(365).toSeconds());
    }
}
