package io.vigie.testkit;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import java.util.List;
import java.util.stream.Stream;

/**
 * The architecture as rules, for each service to hold itself to; {@code root} is the service's package.
 *
 * <p>A rule that finds nothing to check fails: a guard of what is not there guards nothing.
 */
public final class ArchitectureRules {
    private static final String EVERYTHING_OF_OURS = "io.vigie..";
    private static final String[] SHARED = {"io.vigie.events..", "io.vigie.look..", "io.vigie.privacy.."};
    private static final String[] EDGES = {
        "jakarta..",
        "io.quarkus..",
        "io.smallrye..",
        "io.vertx..",
        "org.eclipse.microprofile..",
        "org.apache.kafka..",
        "org.hibernate..",
        "java.sql..",
        "javax.sql.."
    };
    private static final String[] ARCHITECTURE_WORDS = {
        "..domain..",
        "..application..",
        "..port..",
        "..adapter..",
        "..dto..",
        "..util..",
        "..common..",
        "..impl..",
        "..manager.."
    };

    private ArchitectureRules() {}

    /** The service's own classes, without its tests. */
    public static JavaClasses classesOf(String root) {
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(root);
    }

    /** Deciding, folding, scoring and measuring know no framework, clock, database or broker, and draw no numbers. */
    public static ArchRule pure(String root, String... packages) {
        return CompositeArchRule.of(Stream.of(packages)
                        .flatMap(name -> Stream.of(
                                noClasses()
                                        .that()
                                        .resideInAPackage(root + "." + name + "..")
                                        .should()
                                        .dependOnClassesThat()
                                        .resideInAnyPackage(EDGES),
                                classes()
                                        .that()
                                        .resideInAPackage(root + "." + name + "..")
                                        .should(new LeaveTimeAndChanceToTheirCallers())))
                        .toList())
                .because("time and chance are given to the pure core, and the edge comes to it");
    }

    /** Web annotations stay where requests come in: {@code api} and the packages of pages. */
    public static ArchRule webOnlyAtTheDoor(String root) {
        return only(root, List.of("api", "desk", "board", "lookout"), "jakarta.ws.rs..");
    }

    /** Persistence stays in {@code store}. */
    public static ArchRule persistenceOnlyInStore(String root) {
        return only(root, List.of("store"), "jakarta.persistence..");
    }

    /** The broker stays in {@code stream}. */
    public static ArchRule brokerOnlyInStream(String root) {
        return only(root, List.of("stream"), "org.apache.kafka..", "org.eclipse.microprofile.reactive..");
    }

    /** The packages of a service can be read one after the other. */
    public static ArchRule noCycles(String root) {
        return slices().matching(root + ".(*)..").should().beFreeOfCycles();
    }

    /** A service knows of the others only what passes between them. */
    public static ArchRule standsAlone(String root) {
        DescribedPredicate<JavaClass> allowed = resideOutsideOfPackage(EVERYTHING_OF_OURS)
                .or(resideInAPackage(root + ".."))
                .or(resideInAnyPackage(SHARED));
        return classes()
                .that()
                .resideInAPackage(root + "..")
                .should()
                .onlyDependOnClassesThat(allowed)
                .because("services meet in contracts, never in each other's code");
    }

    /** Packages say retention, not architecture. */
    public static ArchRule packagesSayRetention(String root) {
        return noClasses()
                .that()
                .resideInAPackage(root + "..")
                .should()
                .resideInAnyPackage(ARCHITECTURE_WORDS)
                .because("a package is named for what it is about");
    }

    private static ArchRule only(String root, List<String> homes, String... guarded) {
        DescribedPredicate<Dependency> onGuarded =
                Dependency.Functions.GET_TARGET_CLASS.is(resideInAnyPackage(guarded));
        return classes()
                .that()
                .resideInAPackage(root + "..")
                .and(new DescribedPredicate<JavaClass>("depend on " + String.join(", ", guarded)) {
                    @Override
                    public boolean test(JavaClass type) {
                        return type.getDirectDependenciesFromSelf().stream().anyMatch(onGuarded);
                    }
                })
                .should()
                .resideInAnyPackage(
                        homes.stream().map(home -> root + "." + home + "..").toArray(String[]::new));
    }
}
