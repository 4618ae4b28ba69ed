package io.vigie.scorer;

import com.tngtech.archunit.core.domain.JavaClasses;
import io.vigie.testkit.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final String ROOT = "io.vigie.scorer";
    private final JavaClasses classes = ArchitectureRules.classesOf(ROOT);

    @Test
    void foldingAndScoringArePure() {
        ArchitectureRules.pure(ROOT, "silence", "profile", "model", "scoring", "watch", "learning", "explanation")
                .check(classes);
    }

    @Test
    void eachEdgeStaysInItsPackage() {
        ArchitectureRules.webOnlyAtTheDoor(ROOT).check(classes);
        ArchitectureRules.brokerOnlyInStream(ROOT).check(classes);
    }

    @Test
    void packagesAreInOrder() {
        ArchitectureRules.noCycles(ROOT).check(classes);
        ArchitectureRules.standsAlone(ROOT).check(classes);
        ArchitectureRules.packagesSayRetention(ROOT).check(classes);
    }
}
