package io.vigie.local;

import com.tngtech.archunit.core.domain.JavaClasses;
import io.vigie.testkit.ArchitectureRules;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Holds the launcher to the architecture: above all, the simulator knows neither clock nor chance of its own. */
class ArchitectureTest {
    private static final String ROOT = "io.vigie.local";

    @TestFactory
    Stream<DynamicTest> theLauncherKeepsToTheArchitecture() {
        JavaClasses classes = ArchitectureRules.classesOf(ROOT);
        return Stream.of(
                        ArchitectureRules.pure(ROOT, "simulator"),
                        ArchitectureRules.noCycles(ROOT),
                        ArchitectureRules.standsAlone(ROOT),
                        ArchitectureRules.packagesSayRetention(ROOT))
                .map(rule -> DynamicTest.dynamicTest(rule.getDescription(), () -> rule.check(classes)));
    }
}
