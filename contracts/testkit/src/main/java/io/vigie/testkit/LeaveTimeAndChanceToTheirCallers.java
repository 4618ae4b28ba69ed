package io.vigie.testkit;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Clock;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;

/** Nothing asks the machine for the time or for chance, so that the same facts give the same answer ever after. */
final class LeaveTimeAndChanceToTheirCallers extends ArchCondition<JavaClass> {
    private static final Set<String> CLOCK = Set.of("currentTimeMillis", "nanoTime");
    private static final Set<String> CHANCE = Set.of(
            ThreadLocalRandom.class.getName() + ".current",
            UUID.class.getName() + ".randomUUID",
            Math.class.getName() + ".random",
            RandomGenerator.class.getName() + ".getDefault");
    private static final Set<String> UNSEEDED = Set.of(Random.class.getName(), SplittableRandom.class.getName());

    LeaveTimeAndChanceToTheirCallers() {
        super("leave time and chance to their callers");
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        type.getDirectDependenciesFromSelf().stream()
                .filter(dependency -> dependency.getTargetClass().isAssignableTo(Clock.class))
                .forEach(dependency -> events.add(SimpleConditionEvent.violated(type, dependency.getDescription())));
        type.getCodeUnitAccessesFromSelf().stream()
                .filter(access -> isImpure(access.getTarget()))
                .forEach(access -> events.add(SimpleConditionEvent.violated(type, access.getDescription())));
    }

    private static boolean isImpure(CodeUnitAccessTarget target) {
        String owner = target.getOwner().getName();
        boolean asksTheTime = target.getName().equals("now") && owner.startsWith("java.time.");
        boolean readsTheClock = owner.equals(System.class.getName()) && CLOCK.contains(target.getName());
        boolean drawsUnseeded = UNSEEDED.contains(owner)
                && target.getName().equals("<init>")
                && target.getRawParameterTypes().isEmpty();
        return asksTheTime || readsTheClock || drawsUnseeded || CHANCE.contains(owner + "." + target.getName());
    }
}
