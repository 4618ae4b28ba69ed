package io.vigie.kpi;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import io.vigie.testkit.ArchitectureRules;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Holds the service to the architecture. */
class ArchitectureTest {
    private static final String ROOT = "io.vigie.kpi";

    @TestFactory
    Stream<DynamicTest> theServiceKeepsToTheArchitecture() {
        JavaClasses classes = ArchitectureRules.classesOf(ROOT);
        return Stream.of(
                        ArchitectureRules.pure(ROOT, "measure"),
                        ArchitectureRules.webOnlyAtTheDoor(ROOT),
                        ArchitectureRules.brokerOnlyInStream(ROOT),
                        ArchitectureRules.noCycles(ROOT),
                        ArchitectureRules.standsAlone(ROOT),
                        ArchitectureRules.packagesSayRetention(ROOT),
                        sqlOnlyInStore())
                .map(rule -> DynamicTest.dynamicTest(rule.getDescription(), () -> rule.check(classes)));
    }

    private static ArchRule sqlOnlyInStore() {
        return noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".store..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "javax.sql..")
                .because("the database is the store's affair");
    }
}
