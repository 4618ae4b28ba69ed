package io.vigie.retention.desk;

import io.vigie.events.retention.Team;
import io.vigie.events.risk.Matter;
import io.vigie.events.risk.RiskAssessed;
import io.vigie.retention.RetentionSettings;
import io.vigie.retention.casework.RetentionCase;
import io.vigie.retention.casework.Task;
import io.vigie.retention.store.Cases;
import io.vigie.retention.store.ContactCard;
import io.vigie.retention.store.ContactCards;
import io.vigie.retention.store.Gatekeeper;
import io.vigie.retention.store.QueuedTask;
import io.vigie.retention.store.Queues;
import io.vigie.retention.store.Relations;
import io.vigie.retention.teams.Person;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Collects what a page shows. */
@ApplicationScoped
class Binder {
    private static final int PAGE = 50;
    private static final int RISKS = 60;

    private final Queues queues;
    private final Cases cases;
    private final ContactCards cards;
    private final Relations relations;
    private final Gatekeeper gatekeeper;
    private final Naming naming;
    private final RetentionSettings settings;
    private final Clock clock;

    Binder(
            Queues queues,
            Cases cases,
            ContactCards cards,
            Relations relations,
            Gatekeeper gatekeeper,
            Naming naming,
            RetentionSettings settings,
            Clock clock) {
        this.queues = queues;
        this.cases = cases;
        this.cards = cards;
        this.relations = relations;
        this.gatekeeper = gatekeeper;
        this.naming = naming;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * @param of whose work, where somebody's own was asked for
     */
    QueuePage queue(Optional<Team> team, Optional<Person> of, Optional<UUID> after) {
        List<QueuedTask> found = queues.find(team, Optional.empty(), of, PAGE + 1, after);
        Optional<String> next =
                found.size() > PAGE ? Optional.of(found.get(PAGE - 1).id().toString()) : Optional.empty();
        return new QueuePage(
                team, of.isPresent(), found.stream().limit(PAGE).map(this::line).toList(), next);
    }

    Optional<QueuePage.Line> line(UUID task) {
        return queues.find(task).map(one -> {
            QueuePage.Line line = line(one);
            return line.toDo()
                    ? line.lawful(gatekeeper.ofTask(one.caseId(), one.id()).map(Lawfulness::of))
                    : line;
        });
    }

    Optional<CasePage> file(UUID id) {
        return cases.find(id).map(this::file);
    }

    private CasePage file(RetentionCase file) {
        String customer = file.opening().customer();
        List<QueuePage.Line> tasks = file.tasks().stream()
                .map(Task::order)
                .flatMap(order -> line(order.id()).stream())
                .toList();
        Optional<RiskAssessed> latest = cases.latestOf(customer).filter(_ -> !(file instanceof RetentionCase.Closed));
        List<Matter> open = latest.map(RiskAssessed::openMatters).orElse(List.of());
        return new CasePage(
                file,
                file.opening().about().map(naming::of),
                CasePage.bars(file.opening().why(), reason -> naming.told(reason, open)),
                tasks,
                Timeline.of(file, cases.riskOf(customer, RISKS), risk -> risk.movedBy()
                        .map(naming::of)
                        .orElseGet(naming::passingTime)),
                cards.find(customer).filter(card -> !card.empty()),
                relations.of(customer),
                latest.map(risk -> Ahead.of(risk, naming::of)).orElse(Ahead.NOTHING),
                settings.links().scorer() + "/risk/customers/" + encoded(customer),
                settings.links().note() + "?customer=" + encoded(customer));
    }

    private static String encoded(String customer) {
        return URLEncoder.encode(customer, StandardCharsets.UTF_8);
    }

    private QueuePage.Line line(QueuedTask task) {
        boolean live = settings.mode() == RetentionSettings.Mode.LIVE;
        Optional<ContactCard> card = cards.find(task.customer());
        return new QueuePage.Line(
                task,
                card.flatMap(ContactCard::name),
                card.filter(_ -> isAVisit(task)).flatMap(ContactCard::firstToCall),
                task.why().stream().map(naming::of).toList(),
                live && task.dueAt().isBefore(clock.instant()),
                Optional.empty(),
                Optional.empty());
    }

    /** Who visits a business first calls somebody there. */
    private static boolean isAVisit(QueuedTask task) {
        return task.team() == Team.ACCOUNT_MANAGERS || task.team() == Team.SALES_DIRECTOR;
    }
}
