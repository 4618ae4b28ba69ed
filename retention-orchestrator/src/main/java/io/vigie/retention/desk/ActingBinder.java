package io.vigie.retention.desk;

import io.vigie.events.retention.Action;
import io.vigie.retention.RetentionSettings;
import io.vigie.retention.casework.RetentionCase;
import io.vigie.retention.casework.TaskOrder;
import io.vigie.retention.letters.CounterArguments;
import io.vigie.retention.letters.Language;
import io.vigie.retention.letters.Occasions;
import io.vigie.retention.letters.Scripts;
import io.vigie.retention.letters.Scripts.Script;
import io.vigie.retention.store.Cases;
import io.vigie.retention.store.ContactCards;
import io.vigie.retention.store.Letters;
import io.vigie.retention.store.OfferBook;
import io.vigie.retention.store.Visits;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Collects what helps to act on a case. */
@ApplicationScoped
class ActingBinder {
    private static final int LETTERS = 20;

    private final Cases cases;
    private final Letters letters;
    private final Visits visits;
    private final OfferBook offers;
    private final ContactCards cards;
    private final Occasions occasions;
    private final Scripts scripts;
    private final CounterArguments arguments;
    private final Naming naming;
    private final RetentionSettings settings;
    private final Clock clock;

    ActingBinder(
            Cases cases,
            Letters letters,
            Visits visits,
            OfferBook offers,
            ContactCards cards,
            Occasions occasions,
            Scripts scripts,
            CounterArguments arguments,
            Naming naming,
            RetentionSettings settings,
            Clock clock) {
        this.cases = cases;
        this.letters = letters;
        this.visits = visits;
        this.offers = offers;
        this.cards = cards;
        this.occasions = occasions;
        this.scripts = scripts;
        this.arguments = arguments;
        this.naming = naming;
        this.settings = settings;
        this.clock = clock;
    }

    Optional<ActingPage> of(UUID id) {
        return cases.find(id).map(this::of);
    }

    private ActingPage of(RetentionCase file) {
        String customer = file.opening().customer();
        return new ActingPage(
                file.opening().id(),
                customer,
                file.toDo().map(task -> help(file, task.order())).toList(),
                letters.ofCustomer(customer, LETTERS),
                List.copyOf(occasions.texts()));
    }

    private ActingPage.Help help(RetentionCase file, TaskOrder order) {
        Action action = order.step().action();
        Optional<Script> script = action == Action.CALL ? Optional.of(script(file)) : Optional.empty();
        String place = cards.find(file.opening().customer())
                .flatMap(card -> card.contact().address())
                .orElse("");
        return new ActingPage.Help(order.id(), action, script, offers.find(order.id()), visits.find(order.id()), place);
    }

    /** Arguments against competitors are of use where one was named. */
    private Script script(RetentionCase file) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), settings.zone());
        boolean competitor =
                file.opening().why().stream().anyMatch(reason -> reason.factor().equals("competitor.mentioned"));
        return scripts.of(
                file.opening().trace().cause(),
                competitor ? arguments.usableOn(today) : List.of(),
                Language.of(naming.language(), Language.EN));
    }
}
