package io.vigie.retention;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import io.vigie.testkit.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final String ROOT = "io.vigie.retention";
    private static final JavaClasses CLASSES = ArchitectureRules.classesOf(ROOT);

    @Test
    void decidingAndCaseworkArePure() {
        ArchitectureRules.pure(ROOT, "policy", "rehearsal", "golive", "law", "casework", "teams", "letters")
                .check(CLASSES);
    }

    @Test
    void theWebStaysAtTheDoor() {
        ArchitectureRules.webOnlyAtTheDoor(ROOT).check(CLASSES);
    }

    @Test
    void theBrokerStaysInStream() {
        ArchitectureRules.brokerOnlyInStream(ROOT).check(CLASSES);
    }

    @Test
    void sqlStaysInStore() {
        ArchRuleDefinition.noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".store..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "javax.sql..")
                .check(CLASSES);
    }

    @Test
    void thePackagesHaveNoCycles() {
        ArchitectureRules.noCycles(ROOT).check(CLASSES);
    }

    @Test
    void theServiceStandsAlone() {
        ArchitectureRules.standsAlone(ROOT).check(CLASSES);
    }

    @Test
    void packagesSayRetention() {
        ArchitectureRules.packagesSayRetention(ROOT).check(CLASSES);
    }
}
