package io.vigie.ingest.desk;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import io.vigie.events.signal.Signal;
import io.vigie.events.signal.SignalCatalogue;
import io.vigie.events.signal.SignalType;
import io.vigie.ingest.IngestSettings;
import io.vigie.ingest.api.signals.Entering;
import io.vigie.ingest.intake.Candidate;
import io.vigie.ingest.intake.Decision;
import io.vigie.ingest.intake.Naming;
import io.vigie.ingest.intake.Refusal;
import io.vigie.ingest.store.DatabaseAway;
import io.vigie.ingest.stream.NotAcknowledged;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriBuilder;
import java.text.Collator;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;

/** Where anybody who is signed in notes what they heard or saw of a customer. */
@Path("/note")
@Produces(MediaType.TEXT_HTML)
@Blocking
@RolesAllowed({"agent", "lead", "manager", "analyst"})
public class NotePages {
    private static final String SOURCE = "/note";

    private final Naming naming;
    private final Entering entering;
    private final SignalCatalogue catalogue;
    private final IngestSettings settings;
    private final InstantSource clock;
    private final HttpHeaders headers;

    NotePages(
            Naming naming,
            Entering entering,
            SignalCatalogue catalogue,
            IngestSettings settings,
            InstantSource clock,
            HttpHeaders headers) {
        this.naming = naming;
        this.entering = entering;
        this.catalogue = catalogue;
        this.settings = settings;
        this.clock = clock;
        this.headers = headers;
    }

    @GET
    @Operation(hidden = true)
    public TemplateInstance form(@RestQuery Optional<String> type, @RestQuery Optional<String> customer) {
        Optional<String> whose = customer.filter(id -> !id.isBlank());
        return type.map(name -> Templates.note(page(
                        known(name),
                        whose.map(id -> Map.of("customer", id, "date", today())).orElse(Map.of("date", today())))))
                .orElseGet(() -> Templates.choice(new NoteChoice(whose, lines(whose), Optional.empty(), "")));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public TemplateInstance note(@RestQuery String type, MultivaluedMap<String, String> sent) {
        SignalType known = known(type);
        Map<String, String> typed = Fields.typed(sent);
        Fields fields = new Fields(typed, settings.zone());
        NoteField.of(known).forEach(field -> field.read(fields));
        Fields.Reading read = fields.signal(SOURCE, known.type(), naming, clock.instant());
        NotePage page = page(known, typed);
        return read.said().map(said -> taken(said, page)).orElseGet(() -> Templates.note(page.with(read.faults())));
    }

    private TemplateInstance taken(Candidate said, NotePage page) {
        try {
            return switch (entering.take(said, clock.instant())) {
                case Decision.Accepted<Signal>(Signal signal) -> {
                    Optional<String> customer = Optional.of(signal.customer());
                    yield Templates.choice(
                            new NoteChoice(customer, lines(customer), Optional.of(signal), page.label()));
                }
                case Decision.Declined<Signal>(Refusal why) -> Templates.note(page.refused(why.detail()));
            };
        } catch (NotAcknowledged | DatabaseAway _) {
            return Templates.note(page.notSafe());
        }
    }

    private NotePage page(SignalType type, Map<String, String> typed) {
        return new NotePage(type, label(type), typed, today(), Map.of(), Optional.empty(), false);
    }

    private List<NoteChoice.Line> lines(Optional<String> customer) {
        return catalogue.types().stream()
                .filter(SignalType::byHand)
                .map(type -> new NoteChoice.Line(label(type), address(Optional.of(type), customer)))
                .sorted(Comparator.comparing(NoteChoice.Line::label, Collator.getInstance(language())))
                .toList();
    }

    static String address(Optional<SignalType> type, Optional<String> customer) {
        UriBuilder address = UriBuilder.fromPath(SOURCE);
        type.ifPresent(one -> address.queryParam("type", "{type}"));
        customer.ifPresent(_ -> address.queryParam("customer", "{customer}"));
        return address.buildFromMap(
                        Map.of("type", type.map(SignalType::type).orElse(""), "customer", customer.orElse("")))
                .toString();
    }

    private SignalType known(String name) {
        return catalogue
                .find(name)
                .filter(SignalType::byHand)
                .orElseThrow(() -> new NotFoundException("\"" + name + "\" is nothing that people note by hand"));
    }

    private String label(SignalType type) {
        return type.label().in(language().toLanguageTag());
    }

    private Locale language() {
        return headers.getAcceptableLanguages().getFirst();
    }

    private String today() {
        return LocalDate.ofInstant(clock.instant(), settings.zone()).toString();
    }

    @CheckedTemplate(basePath = "note")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance choice(NoteChoice page);

        static native TemplateInstance note(NotePage page);
    }
}
