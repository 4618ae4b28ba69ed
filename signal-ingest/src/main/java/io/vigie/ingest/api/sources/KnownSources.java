package io.vigie.ingest.api.sources;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.vigie.ingest.access.Caller;
import io.vigie.ingest.api.answers.Problems;
import io.vigie.ingest.source.Lookup;
import io.vigie.ingest.source.LookupSpec;
import io.vigie.ingest.source.Source;
import io.vigie.ingest.source.Sources;
import io.vigie.ingest.store.Lookups;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The sources by the names that requests give, with a helpful answer where there is none. */
@ApplicationScoped
public class KnownSources {
    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;

    private final Sources sources;
    private final Lookups lookups;

    KnownSources(Sources sources, Lookups lookups) {
        this.sources = sources;
        this.lookups = lookups;
    }

    Collection<Source> all() {
        return sources.all();
    }

    public Source named(String name) {
        return sources.find(name).orElseThrow(() -> missing(name));
    }

    /** The same where anybody may ask: whoever is not known is not told what there is instead, or what is broken. */
    public Source named(String name, Caller caller) {
        return sources.find(name)
                .orElseThrow(() -> caller.isKnown()
                        ? missing(name)
                        : Problems.of(
                                NOT_FOUND,
                                "unknown-source",
                                "there is no such source here: mend the address, or send a key to be told more"));
    }

    private HttpProblem missing(String name) {
        return sources.faultOf(name)
                .map(fault -> Problems.of(CONFLICT, "broken-source", fault))
                .orElseGet(() -> Problems.of(
                        NOT_FOUND,
                        "unknown-source",
                        "there is no source \"" + name + "\"; there are "
                                + sources.all().stream().map(Source::name).collect(Collectors.joining(", "))));
    }

    /** The source that something refused came from, by its URI. */
    public Source at(String uri) {
        return named(uri.substring(Source.URI_PREFIX.length()));
    }

    boolean isOwn(Source source) {
        return sources.isOwn(source.name());
    }

    Optional<String> faultOf(Source source) {
        return sources.faultOf(source.name());
    }

    LookupSpec lookup(Source source, String name) {
        LookupSpec rule = source.spec().lookups().get(name);
        if (rule == null) {
            throw Problems.of(
                    NOT_FOUND,
                    "unknown-lookup",
                    "the source " + source.name() + " declares no lookup \"" + name + "\"; it declares "
                            + source.spec().lookups().keySet());
        }
        return rule;
    }

    /** Every lookup that the source declares; none may be missing, or good rows would be refused. */
    public Map<String, Lookup> lookupsOf(Source source) {
        Map<String, Lookup> loaded = new TreeMap<>();
        source.spec().lookups().keySet().forEach(name -> loaded.put(name, lookups.load(source.name(), name)));
        loaded.forEach((name, lookup) -> {
            if (lookup.rows().isEmpty()) {
                throw Problems.of(
                        CONFLICT,
                        "missing-lookup",
                        "the source " + source.name() + " joins the lookup " + name
                                + ", which was not uploaded yet: PUT it to /sources/" + source.name() + "/lookups/"
                                + name
                                + " first");
            }
        });
        return loaded;
    }
}
