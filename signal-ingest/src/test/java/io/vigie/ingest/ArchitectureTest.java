package io.vigie.ingest;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import io.vigie.testkit.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final String ROOT = "io.vigie.ingest";
    private final JavaClasses ours = ArchitectureRules.classesOf(ROOT);

    @Test
    void decidingAndMappingArePure() {
        ArchitectureRules.pure(ROOT, "access", "intake", "source").check(ours);
    }

    @Test
    void requestsComeInThroughTheApiAlone() {
        ArchitectureRules.webOnlyAtTheDoor(ROOT).check(ours);
    }

    @Test
    void onlyTheStoreKnowsTheDatabase() {
        classes()
                .that()
                .resideOutsideOfPackage(ROOT + ".store..")
                .should()
                .onlyDependOnClassesThat(JavaClass.Predicates.resideOutsideOfPackages("java.sql..", "javax.sql.."))
                .check(ours);
    }

    @Test
    void onlyTheStreamKnowsTheBroker() {
        ArchitectureRules.brokerOnlyInStream(ROOT).check(ours);
    }

    @Test
    void packagesCanBeReadOneAfterTheOther() {
        ArchitectureRules.noCycles(ROOT).check(ours);
        ArchitectureRules.noCycles(ROOT + ".api").check(ours);
    }

    @Test
    void theServiceStandsAlone() {
        ArchitectureRules.standsAlone(ROOT).check(ours);
    }

    @Test
    void packagesSayRetention() {
        ArchitectureRules.packagesSayRetention(ROOT).check(ours);
    }
}
