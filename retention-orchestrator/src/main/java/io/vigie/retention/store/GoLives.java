package io.vigie.retention.store;

import io.vigie.retention.RetentionSettings;
import io.vigie.retention.policy.BusinessCalendar;
import io.vigie.retention.policy.Rulebook;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A company goes live in two steps: somebody has it tried, looks at what it would do, and then says so. */
@ApplicationScoped
public class GoLives {
    /** Within how many business days its work is to be done unless said. */
    public static final int USUAL_DAYS = 10;

    /** For how long what is open counts unless said. */
    public static final int USUAL_HISTORY_DAYS = 30;

    private final GoLiveRows rows;
    private final Rulebook rulebook;
    private final PresentTime time;
    private final AuditLog audit;
    private final RetentionSettings settings;
    private final Clock clock;

    GoLives(
            GoLiveRows rows,
            Rulebook rulebook,
            PresentTime time,
            AuditLog audit,
            RetentionSettings settings,
            Clock clock) {
        this.rows = rows;
        this.rulebook = rulebook;
        this.time = time;
        this.audit = audit;
        this.settings = settings;
        this.clock = clock;
    }

    @Transactional
    public List<GoLive> latest(int limit) {
        return rows.latest(limit);
    }

    @Transactional
    public Optional<GoLive> find(UUID id) {
        return rows.find(id);
    }

    /**
     * Has it tried; what it would do is worked out soon after.
     *
     * @throws NotNow where the company is live already
     */
    @Transactional
    public GoLive attempt(int days, int historyDays, String by) {
        if (rows.live().isPresent()) {
            throw NotNow.live();
        }
        Instant now = clock.instant();
        Instant at = time.now();
        UUID id = UUID.randomUUID();
        rows.insert(id, now, by, days, historyDays, at, rulebook.at(at).version());
        audit.note(now, by, "going live tried", "go-live/" + id, "");
        return rows.find(id).orElseThrow();
    }

    /**
     * Does what was tried. Said twice, it is done once.
     *
     * @param tag of the try as the person saw it
     * @throws NotNow where it is not ready, the company is live already, or things have changed since
     */
    @Transactional
    public GoLive confirm(GoLive tried, Optional<String> tag, String by) {
        GoLive now = rows.find(tried.id()).orElseThrow();
        if (now.confirmedBy().isPresent()) {
            return now;
        }
        if (!now.ready()) {
            throw NotNow.notReady(now.state());
        }
        stale(now, tag).ifPresent(why -> {
            throw NotNow.stale(why);
        });
        Instant from =
                settings.mode() == RetentionSettings.Mode.LIVE ? clock.instant().plus(PolicyShelf.NOTICE) : time.now();
        if (!rows.confirm(now.id(), by, from)) {
            throw NotNow.live();
        }
        audit.note(clock.instant(), by, "company goes live from " + from, "go-live/" + now.id(), "");
        return rows.find(now.id()).orElseThrow();
    }

    private Optional<String> stale(GoLive one, Optional<String> tag) {
        Instant at = time.now();
        BusinessCalendar calendar = rulebook.at(at).calendar();
        if (tag.filter(seen -> !seen.equals(one.tag())).isPresent()) {
            return Optional.of("it is no longer as you saw it");
        }
        if (!rows.latest(1).getFirst().id().equals(one.id())) {
            return Optional.of("it was tried again since");
        }
        if (!rulebook.at(at).version().equals(one.policy())) {
            return Optional.of("another version of the policy is live since");
        }
        return calendar.day(at).equals(calendar.day(one.decidedFor()))
                ? Optional.empty()
                : Optional.of("it was tried on another day");
    }
}
