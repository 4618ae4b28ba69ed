package io.vigie.retention.dispatch;

import io.micrometer.core.instrument.MeterRegistry;
import io.vigie.retention.RetentionSettings;
import io.vigie.retention.letters.Company;
import io.vigie.retention.letters.InterviewScript;
import io.vigie.retention.letters.InterviewScript.Question;
import io.vigie.retention.letters.Language;
import io.vigie.retention.store.Interviews;
import io.vigie.retention.store.Interviews.Interview;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Asks leavers why: in an interview, or by a link to three questions that works once and for ninety days. */
@ApplicationScoped
public class InterviewDesk {
    private static final Duration OPEN = Duration.ofDays(90);
    private static final int TOKEN_BYTES = 16;

    private final Interviews interviews;
    private final InterviewScript script;
    private final Addressees addressees;
    private final Company company;
    private final RetentionSettings settings;
    private final MeterRegistry metrics;
    private final Clock clock;
    private final SecureRandom chance = new SecureRandom();

    InterviewDesk(
            Interviews interviews,
            InterviewScript script,
            Addressees addressees,
            Company company,
            RetentionSettings settings,
            MeterRegistry metrics,
            Clock clock) {
        this.interviews = interviews;
        this.script = script;
        this.addressees = addressees;
        this.company = company;
        this.settings = settings;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** Three questions as a customer is asked them. */
    public record Three(Language language, Company.Sender sender, List<Question> questions) {}

    /** Whether it is set under which address customers reach the questions. */
    boolean hasLinks() {
        return settings.links().questions().isPresent();
    }

    /** A link for a customer; none unless it is set under which address customers reach it. */
    Optional<String> link(String customer, Optional<UUID> caseId) {
        return settings.links().questions().map(base -> {
            byte[] drawn = new byte[TOKEN_BYTES];
            chance.nextBytes(drawn);
            String token = HexFormat.of().formatHex(drawn);
            interviews.invite(UUID.randomUUID(), customer, caseId, token, clock.instant());
            return base.toString().replaceFirst("/$", "") + "/questions/" + token;
        });
    }

    /** The questions of a link; none where it was answered, is too old, or never was. */
    public Optional<Three> three(String token) {
        return asked(token).map(interview -> {
            Language language = addressees.of(interview.customer()).language();
            return new Three(language, company.in(language), script.three());
        });
    }

    /**
     * What a customer answered to a link.
     *
     * @return false where it is not open any more
     * @throws IllegalArgumentException when an answer does not fit
     */
    public boolean answer(String token, Map<String, String> given) {
        Optional<Interview> asked = asked(token);
        boolean kept = asked.isPresent()
                && interviews.answer(
                        asked.get(), InterviewScript.answers(script.three(), given, today()), clock.instant());
        if (kept) {
            metrics.counter("vigie.interviews", "way", "link").increment();
        }
        return kept;
    }

    /**
     * What somebody heard in an interview.
     *
     * @return false where nothing of this customer may be kept
     * @throws IllegalArgumentException when an answer does not fit
     */
    public boolean record(String customer, Optional<UUID> caseId, Map<String, String> given, String by) {
        boolean kept = interviews.record(
                UUID.randomUUID(),
                customer,
                caseId,
                InterviewScript.answers(script.questions(), given, today()),
                by,
                clock.instant());
        if (kept) {
            metrics.counter("vigie.interviews", "way", "interview").increment();
        }
        return kept;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), settings.zone());
    }

    private Optional<Interview> asked(String token) {
        return interviews.asked(token, clock.instant().minus(OPEN));
    }
}
