package io.vigie.local.proof;

import io.vigie.events.customer.Purpose;
import io.vigie.events.retention.Action;
import io.vigie.events.retention.Team;
import io.vigie.retention.law.LawBook;
import io.vigie.retention.policy.Decision;
import io.vigie.retention.policy.Knowledge;
import io.vigie.retention.policy.Occasion;
import io.vigie.retention.policy.Past;
import io.vigie.retention.policy.Policy;
import io.vigie.retention.policy.PolicyText;
import io.vigie.retention.policy.Step;
import io.vigie.retention.teams.Job;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** The retention side of a simulated company: its policy decides on scenes as it would on events. */
record Company(Policy policy, Knowledge known) {
    static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    /** The shipped policy with other figures. */
    static Company with(UnaryOperator<String> figures) {
        PolicyText shipped = PolicyText.shipped();
        return new Company(
                Policy.of(new PolicyText(shipped.table(), figures.apply(shipped.figures())), PARIS, LawBook.shipped()),
                Knowledge.NONE);
    }

    /** Without chance: nobody is left alone, nothing is explored. */
    static Company resolute() {
        return with(figures ->
                figures.replace("exploration: 0.05", "exploration: 0").replace("b2c: 0.05", "b2c: 0"));
    }

    Decision decide(Scene scene) {
        return policy.decide(occasion(scene));
    }

    private Occasion occasion(Scene scene) {
        return new Occasion(
                scene.risk(),
                scene.risk().asOf(),
                Past.NONE,
                known,
                scene.risk().customer() + "/" + scene.risk().asOf());
    }

    /** What is asked of a team for somebody, with all the softer ways that pay; nothing where nobody acts. */
    Optional<Job> job(Scene scene) {
        return decide(scene) instanceof Decision.Act act
                ? act.steps().stream()
                        .filter(step -> !step.owed() && step.team() != Team.AUTOMATIC)
                        .findFirst()
                        .map(step -> job(scene, act, step))
                : Optional.empty();
    }

    private Job job(Scene scene, Decision.Act act, Step step) {
        String name = scene.risk().customer() + scene.risk().asOf();
        return new Job(
                UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)),
                step.team(),
                step.action(),
                act.trace().segment(),
                act.trace().cause(),
                Optional.empty(),
                Optional.empty(),
                false,
                step.minutes(),
                step.expectedProfit(),
                step.dueAt(),
                softer(scene, step.action()));
    }

    private List<Job.Way> softer(Scene scene, Action action) {
        List<Job.Way> ways = new ArrayList<>();
        Optional<Step> next = policy.softerThan(action, occasion(scene), Purpose.RETENTION, false);
        while (next.isPresent()) {
            Step step = next.orElseThrow();
            ways.add(new Job.Way(step.action(), step.team(), step.minutes(), step.expectedProfit()));
            next = policy.softerThan(step.action(), occasion(scene), Purpose.RETENTION, false);
        }
        return ways;
    }
}
