package io.vigie.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Holds the compose file against the services; it takes no Docker engine to see that they fit. */
class ComposeFileTest {
    private static final Path HOME = Path.of(System.getProperty("vigie.home", "../.."));
    private static final JsonNode COMPOSE = compose();
    private static final List<String> OURS =
            List.of("signal-ingest", "risk-scorer", "retention-orchestrator", "kpi-service");

    /** Keys that Quarkus itself reads and no service sets beforehand; the last two end in a user's name. */
    private static final Set<String> OF_QUARKUS = Set.of(
            "quarkus.datasource.jdbc.url",
            "quarkus.datasource.username",
            "quarkus.datasource.password",
            "quarkus.http.auth.session.encryption-key",
            "quarkus.security.users.embedded.plain-text",
            "quarkus.security.users.embedded.users.manager",
            "quarkus.security.users.embedded.roles.manager");

    /** What whoever runs it puts there. */
    private static final Pattern OWNER = Pattern.compile("chown -R (\\d+):\\d+ /srv/drop ");

    private static final Set<String> MADE_BY_DOCKER = Set.of("./secrets", "./my-sources", "./drop");

    private static final Pattern SECRET = Pattern.compile(".*(PASSWORD|_KEYS?|_USERS_[A-Z]+)");
    private static final Pattern MUST_BE_GIVEN = Pattern.compile("\\$\\{[A-Z_]+:\\?.+}");

    @Test
    void itRunsTheFourServicesAndTheirBackends() {
        assertThat(names().stream()
                        .filter(name -> !service(name).has("profiles"))
                        .filter(name -> !endsByItself(name)))
                .containsAll(OURS)
                .contains("kafka", "postgres")
                .hasSize(6);
    }

    @Test
    void webhooksSourcesOfOnesOwnAndDroppedFilesNeedNoOtherComposeFile() {
        Map<String, String> folders = Map.of(
                "VIGIE_SECRET_FILES", "./secrets:%s:ro",
                "VIGIE_SOURCES", "./my-sources:%s:ro",
                "VIGIE_DROP_FOLDER", "./drop:%s");

        folders.forEach((setting, mount) -> {
            String inside =
                    service("signal-ingest").path("environment").path(setting).asText();
            assertThat(inside).as(setting).startsWith("/");
            assertThat(service("signal-ingest").path("volumes"))
                    .extracting(JsonNode::asText)
                    .contains(mount.formatted(inside));
        });
        Matcher owner = OWNER.matcher(service("drop-folder").at("/entrypoint/2").asText());
        assertThat(owner.find()).isTrue();
        assertThat(text(HOME.resolve("deploy/docker/Dockerfile"))).contains("USER " + owner.group(1));
    }

    @Test
    void aSecondScorerIsLikeTheFirstButForItsNameAndFolderWhichNoTwoMayShare() {
        JsonNode first = service("risk-scorer");
        JsonNode second = service("risk-scorer-2");

        assertThat(second.path("build")).isEqualTo(first.path("build"));
        assertThat(second.at("/environment/VIGIE_SELF").asText()).isEqualTo("risk-scorer-2:8082");
        assertThat(differing(first, second)).containsOnly("VIGIE_SELF");
        assertThat(second.path("volumes")).isNotEqualTo(first.path("volumes"));
        assertThat(second.at("/profiles/0").asText()).isEqualTo("two-scorers");
    }

    private static List<String> differing(JsonNode first, JsonNode second) {
        return second.path("environment").properties().stream()
                .filter(setting ->
                        !setting.getValue().equals(first.path("environment").path(setting.getKey())))
                .map(Map.Entry::getKey)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("names")
    void everyServiceComesFromSomewhereAndTellsWhetherItIsWell(String name) {
        JsonNode service = service(name);
        if (endsByItself(name)) {
            assertThat(service.has("image")).isTrue();
            return;
        }

        assertThat(service.has("image")).isNotEqualTo(service.has("build"));
        assertThat(service.path("image").asText("pinned:1")).matches(".+:\\d.*");
        assertThat(service.path("healthcheck").path("test")).hasSizeGreaterThan(1);
        assertThat(service.path("restart").asText()).isEqualTo("unless-stopped");
    }

    @ParameterizedTest
    @MethodSource("names")
    void whatAServiceNeedsIsThereAndWaitedFor(String name) {
        for (Map.Entry<String, JsonNode> needed :
                service(name).path("depends_on").properties()) {
            assertThat(names()).contains(needed.getKey());
            assertThat(needed.getValue().path("condition").asText())
                    .isEqualTo(endsByItself(needed.getKey()) ? "service_completed_successfully" : "service_healthy");
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void whatAServiceKeepsIsOnAVolumeThatIsDeclared(String name) {
        for (JsonNode mount : service(name).path("volumes")) {
            String from = mount.asText().replaceFirst(":.*", "");
            assertThat(
                            from.startsWith(".")
                                    ? MADE_BY_DOCKER.contains(from) || Files.exists(HOME.resolve(from))
                                    : COMPOSE.path("volumes").has(from))
                    .as(mount.asText())
                    .isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void noSecretHasADefault(String name) {
        for (Map.Entry<String, JsonNode> setting : environment(name)) {
            if (SECRET.matcher(setting.getKey()).matches()) {
                assertThat(setting.getValue().asText()).as(setting.getKey()).matches(MUST_BE_GIVEN);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("ours")
    void ourServicesAreBuiltByTheOneRecipeFromTheirOwnFolder(String name) {
        JsonNode build = service(name).path("build");

        assertThat(build.at("/args/SERVICE").asText()).isEqualTo(name);
        assertThat(HOME.resolve(build.path("dockerfile").asText())).exists();
        assertThat(HOME.resolve(name).resolve("pom.xml")).exists();
    }

    @ParameterizedTest
    @MethodSource("ours")
    void ourServicesAreReachedOnTheirUsualPorts(String name) {
        String port = service(name).at("/environment/QUARKUS_HTTP_PORT").asText();

        assertThat(properties(name)).containsPattern("quarkus\\.http\\.port=(\\$\\{\\w+:)?" + port);
        assertThat(service(name).path("ports").path(0).asText()).endsWith(":" + port + ":" + port);
    }

    @ParameterizedTest
    @MethodSource("ours")
    void everySettingIsOneThatTheServiceKnows(String name) {
        Set<String> known = Stream.concat(settings(name), OF_QUARKUS.stream())
                .map(ComposeFileTest::variable)
                .collect(Collectors.toSet());

        assertThat(environment(name)).extracting(Map.Entry::getKey).isSubsetOf(known);
    }

    @Test
    void everyDatabaseIsMadeWithItsOwner() {
        List<String> urls = OURS.stream()
                .map(name -> service(name)
                        .at("/environment/QUARKUS_DATASOURCE_JDBC_URL")
                        .asText())
                .filter(url -> !url.isEmpty())
                .toList();
        List<String> made = found("for service in ([a-z_ ]+);", text(HOME.resolve("deploy/docker/databases.sh")))
                .flatMap(match -> Stream.of(match.group(1).split(" ", -1)))
                .toList();

        assertThat(urls)
                .containsExactlyElementsOf(made.stream()
                        .map(database -> "jdbc:postgresql://postgres:5432/" + database)
                        .toList());
        assertThat(OURS.stream()
                        .map(name -> service(name)
                                .at("/environment/QUARKUS_DATASOURCE_USERNAME")
                                .asText())
                        .filter(owner -> !owner.isEmpty()))
                .containsExactlyElementsOf(made);
    }

    @Test
    void whatMustBeGivenStandsInTheExampleWithoutAValue() {
        String example = text(HOME.resolve("deploy/docker/env.example"));
        Set<String> needed = found("\\$\\{([A-Z_]+):\\?", text(HOME.resolve("docker-compose.yml")))
                .map(match -> match.group(1))
                .collect(Collectors.toSet());

        assertThat(found("(?m)^([A-Z_]+)=(.*)$", example).map(match -> match.group(1)))
                .containsExactlyInAnyOrderElementsOf(needed);
        assertThat(found("(?m)^([A-Z_]+)=(.*)$", example).map(match -> match.group(2)))
                .containsOnly("");
    }

    @Test
    void ourImageRunsAsNobodySpecial() {
        assertThat(text(HOME.resolve("deploy/docker/Dockerfile")))
                .containsPattern("(?m)^FROM eclipse-temurin:25-jre$")
                .containsPattern("(?m)^ARG SERVICE$")
                .containsPattern("(?m)^USER [1-9]\\d+$");
    }

    static List<String> names() {
        return COMPOSE.path("services").properties().stream()
                .map(Map.Entry::getKey)
                .toList();
    }

    static List<String> ours() {
        return OURS;
    }

    /** Keys in a service's properties file, and those that its code asks for; a mapping's methods are named as keys are. */
    private static Stream<String> settings(String name) {
        List<String> keys = new ArrayList<>(List.of("kafka.bootstrap.servers"));
        String properties = properties(name);
        found("(?m)^(?:%\\w+\\.)?([\\w.-]+)=", properties)
                .map(match -> match.group(1))
                .forEach(keys::add);
        found("\\$\\{([\\w.-]+)[:}]", properties).map(match -> match.group(1)).forEach(keys::add);
        for (Path source : sources(name)) {
            String java = text(source);
            found("ConfigProperty\\(name = \"([\\w.-]+)\"", java)
                    .map(match -> match.group(1))
                    .forEach(keys::add);
            if (java.contains("@ConfigMapping")) {
                found("(?m)^ {4}[\\w<>.]+ (\\w+)\\(\\);", java)
                        .map(match -> "vigie." + match.group(1).replaceAll("([A-Z])", "-$1"))
                        .forEach(keys::add);
            }
        }
        return keys.stream();
    }

    private static String properties(String name) {
        return text(HOME.resolve(name).resolve("src/main/resources/application.properties"));
    }

    /** The environment variable that sets a key. */
    private static String variable(String key) {
        return key.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }

    private static boolean endsByItself(String name) {
        return service(name).path("restart").asText().equals("no");
    }

    private static JsonNode service(String name) {
        return COMPOSE.path("services").path(name);
    }

    private static Set<Map.Entry<String, JsonNode>> environment(String name) {
        return service(name).path("environment").properties();
    }

    private static Stream<MatchResult> found(String pattern, String text) {
        return Pattern.compile(pattern).matcher(text).results();
    }

    /** Its own, and those of the look that the pages share. */
    private static List<Path> sources(String name) {
        return Stream.of(name, "contracts/look")
                .map(folder -> HOME.resolve(folder).resolve("src/main/java"))
                .flatMap(ComposeFileTest::javaFiles)
                .toList();
    }

    private static Stream<Path> javaFiles(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode compose() {
        Object read = new Yaml(new SafeConstructor(new LoaderOptions())).load(text(HOME.resolve("docker-compose.yml")));
        return new ObjectMapper().valueToTree(read);
    }
}
