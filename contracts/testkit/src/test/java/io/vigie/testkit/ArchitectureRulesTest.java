package io.vigie.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArchitectureRulesTest {
    private static final String SOUND = "io.vigie.testkit.fixture.sound";
    private static final String UNSOUND = "io.vigie.testkit.fixture.unsound";
    private static final String NOTHING = "io.vigie.testkit.fixture.nothing";

    private static final JavaClasses FIXTURES = new ClassFileImporter().importPackages("io.vigie.testkit.fixture");

    /** A rule for any service whose pure package is {@code profile}. */
    record Rule(String name, Function<String, ArchRule> of) {
        @Override
        public String toString() {
            return name;
        }
    }

    static List<Rule> rules() {
        return List.of(
                new Rule("pure", root -> ArchitectureRules.pure(root, "profile")),
                new Rule("webOnlyAtTheDoor", ArchitectureRules::webOnlyAtTheDoor),
                new Rule("persistenceOnlyInStore", ArchitectureRules::persistenceOnlyInStore),
                new Rule("brokerOnlyInStream", ArchitectureRules::brokerOnlyInStream),
                new Rule("noCycles", ArchitectureRules::noCycles),
                new Rule("standsAlone", ArchitectureRules::standsAlone),
                new Rule("packagesSayRetention", ArchitectureRules::packagesSayRetention));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void aSoundServiceKeepsTheRule(Rule rule) {
        assertThatCode(() -> rule.of().apply(SOUND).check(FIXTURES)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void anUnsoundServiceBreaksTheRule(Rule rule) {
        assertThatThrownBy(() -> rule.of().apply(UNSOUND).check(FIXTURES))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(UNSOUND);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void aRuleThatFindsNothingToCheckFails(Rule rule) {
        assertThatThrownBy(() -> rule.of().apply(NOTHING).check(FIXTURES))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("failed to check any classes");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Instant.now()",
                "LocalDate.now(java.time.ZoneId)",
                "Math.random()",
                "Random.<init>()",
                "System.currentTimeMillis()",
                "UUID.randomUUID()"
            })
    void aPurePackageMayNotAskForTimeOrChance(String access) {
        assertThatThrownBy(() -> ArchitectureRules.pure(UNSOUND, "profile").check(FIXTURES))
                .hasMessageContaining(access)
                .hasMessageNotContaining("Random.<init>(long)");
    }

    @Test
    void everyPurePackageNamedMustExist() {
        assertThatThrownBy(
                        () -> ArchitectureRules.pure(SOUND, "profile", "model").check(FIXTURES))
                .hasMessageContaining("failed to check any classes");
    }

    @Test
    void aServicesOwnClassesAreThoseThatShip() {
        assertThat(ArchitectureRules.classesOf("io.vigie.testkit"))
                .anyMatch(type -> type.isEquivalentTo(Golden.class))
                .noneMatch(type -> type.isEquivalentTo(ArchitectureRulesTest.class));
    }
}
