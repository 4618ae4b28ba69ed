package io.vigie.retention.desk;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.Blocking;
import io.vigie.events.signal.Cause;
import io.vigie.events.signal.JourneyStage;
import io.vigie.retention.casework.RetentionCase;
import io.vigie.retention.dispatch.InterviewDesk;
import io.vigie.retention.letters.InterviewScript;
import io.vigie.retention.letters.InterviewScript.Question;
import io.vigie.retention.store.Cases;
import io.vigie.retention.store.Interviews;
import io.vigie.retention.store.Interviews.Interview;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;

/** The interview with a leaver, as a form by its script; and three questions for those who don't want to talk. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
@Blocking
public class InterviewPages {
    private static final int MOST = 100;

    private final InterviewDesk desk;
    private final Interviews interviews;
    private final InterviewScript script;
    private final Cases cases;
    private final Naming naming;
    private final SecurityIdentity identity;

    InterviewPages(
            InterviewDesk desk,
            Interviews interviews,
            InterviewScript script,
            Cases cases,
            Naming naming,
            SecurityIdentity identity) {
        this.desk = desk;
        this.interviews = interviews;
        this.script = script;
        this.cases = cases;
        this.naming = naming;
        this.identity = identity;
    }

    @GET
    @Path("desk/cases/{id}/interview")
    @Operation(hidden = true)
    public TemplateInstance interview(@RestPath UUID id) {
        return page(customerOf(id), Optional.empty());
    }

    @POST
    @Path("desk/cases/{id}/interview")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public TemplateInstance heard(@RestPath UUID id, MultivaluedMap<String, String> form) {
        String customer = customerOf(id);
        try {
            desk.record(
                    customer,
                    Optional.of(id),
                    single(form),
                    identity.getPrincipal().getName());
            return page(customer, Optional.empty());
        } catch (IllegalArgumentException e) {
            return page(customer, Optional.of(String.valueOf(e.getMessage())));
        }
    }

    /** For customers: who has the link needs no name. */
    @GET
    @Path("questions/{token}")
    @Operation(hidden = true)
    public TemplateInstance three(@RestPath String token) {
        InterviewDesk.Three three = desk.three(token).orElseThrow(NotFoundException::new);
        return three(three, false);
    }

    @POST
    @Path("questions/{token}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public TemplateInstance answered(@RestPath String token, MultivaluedMap<String, String> form) {
        InterviewDesk.Three three = desk.three(token).orElseThrow(NotFoundException::new);
        boolean kept;
        try {
            kept = desk.answer(token, single(form));
        } catch (IllegalArgumentException empty) {
            kept = false;
        }
        return three(three, kept);
    }

    /** Nobody who answers has died, and few know what else is unavoidable. */
    private static TemplateInstance three(InterviewDesk.Three three, boolean answered) {
        String language = three.language().word();
        return Templates.three(three, language, List.copyOf(EnumSet.range(Cause.SERVICE, Cause.PAYMENT)), answered)
                .setLocale(language);
    }

    private TemplateInstance page(String customer, Optional<String> fault) {
        return Templates.interview(
                customer,
                naming.language(),
                script.questions(),
                List.of(Cause.values()),
                List.of(JourneyStage.values()),
                interviews.ofCustomer(customer, MOST, Optional.empty()),
                fault);
    }

    private String customerOf(UUID id) {
        return cases.find(id)
                .map(RetentionCase::opening)
                .orElseThrow(NotFoundException::new)
                .customer();
    }

    private static Map<String, String> single(MultivaluedMap<String, String> form) {
        Map<String, String> given = new HashMap<>();
        form.forEach((field, values) -> given.put(field, values.getFirst()));
        return given;
    }

    @CheckedTemplate(basePath = "acting")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance interview(
                String customer,
                String language,
                List<Question> questions,
                List<Cause> causes,
                List<JourneyStage> stages,
                List<Interview> interviews,
                Optional<String> fault);

        static native TemplateInstance three(
                InterviewDesk.Three three, String language, List<Cause> causes, boolean answered);
    }
}
