package io.vigie.retention.dispatch;

import io.vigie.events.customer.Channel;
import io.vigie.retention.casework.Task;
import io.vigie.retention.law.Permission;
import io.vigie.retention.letters.Occasions;
import io.vigie.retention.store.Cases;
import io.vigie.retention.store.Gatekeeper;
import io.vigie.retention.store.KeptLetter;
import io.vigie.retention.store.Sending;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Looks, just before something leaves, whether it still may: its task may be over, its customer may have said no. */
@ApplicationScoped
class LastLook {
    private static final String CANCELLED = "its task was cancelled meanwhile";

    private final Gatekeeper gatekeeper;
    private final Cases cases;
    private final Occasions occasions;

    LastLook(Gatekeeper gatekeeper, Cases cases, Occasions occasions) {
        this.gatekeeper = gatekeeper;
        this.cases = cases;
        this.occasions = occasions;
    }

    /** What is to become of it. */
    sealed interface Verdict {
        record Go() implements Verdict {}

        record Wait(Instant until, String because) implements Verdict {}

        record Withdraw(String because) implements Verdict {}
    }

    /** An invitation tells of what was agreed with the customer, and needs no permission. */
    Verdict at(Sending sending) {
        return switch (sending.kind()) {
            case INVITATION -> new Verdict.Go();
            case QUESTIONS -> verdict(gatekeeper.ofCustomer(sending.customer(), sending.channel()));
            case MESSAGE ->
                cancelled(sending)
                        ? new Verdict.Withdraw(CANCELLED)
                        : verdict(gatekeeper.ofTask(sending.caseId(), sending.task(), sending.channel()));
        };
    }

    /** What stands against a letter that is written but not in the post; of some texts nobody is asked. */
    Optional<Permission> against(KeptLetter letter) {
        return against(letter.customer(), letter.text(), letter.caseId(), letter.task());
    }

    /** What stands against a letter that is still to be written. */
    Optional<Permission> against(String customer, String text, Optional<UUID> caseId, Optional<UUID> task) {
        if (occasions.withoutPermission().contains(text)) {
            return Optional.empty();
        }
        Optional<Permission> law = caseId.isPresent() && task.isPresent()
                ? gatekeeper.ofTask(caseId.get(), task.get(), Channel.LETTER)
                : gatekeeper.ofCustomer(customer, Channel.LETTER);
        return law.filter(permission -> !(permission instanceof Permission.Allowed));
    }

    static String because(Permission permission) {
        return permission.rule() + ": " + permission.text();
    }

    private boolean cancelled(Sending sending) {
        return cases.find(sending.caseId())
                .flatMap(file -> file.task(sending.task()))
                .filter(Task.Cancelled.class::isInstance)
                .isPresent();
    }

    private static Verdict verdict(Optional<Permission> law) {
        return law.<Verdict>map(permission -> switch (permission) {
                    case Permission.Allowed _ -> new Verdict.Go();
                    case Permission.NotNow now -> new Verdict.Wait(now.from(), because(now));
                    case Permission.Denied denied -> new Verdict.Withdraw(because(denied));
                })
                .orElseGet(Verdict.Go::new);
    }
}
