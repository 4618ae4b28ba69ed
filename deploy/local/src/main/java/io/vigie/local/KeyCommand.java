package io.vigie.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vigie.events.EventJson;
import io.vigie.local.feeding.Services;
import io.vigie.local.fleet.Service;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Gives out keys of the live system and takes them back, with the key that its folder keeps for the operator. */
@Command(
        name = "key",
        description = "Give out, list and revoke keys for what start started.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
final class KeyCommand {
    private static final String KEYS = "/admin/keys";

    @Command(name = "create", description = "Print a new key; it is shown only now.", mixinStandardHelpOptions = true)
    int create(
            @Option(names = "--name", required = true, paramLabel = "NAME", description = "who will use it")
                    String name,
            @Option(
                            names = "--scope",
                            required = true,
                            paramLabel = "SCOPE",
                            description = "signals, customers, imports, admin, signals:SOURCE or imports:SOURCE;"
                                    + " can be given several times")
                    List<String> scopes,
            @Option(names = "--expires", paramLabel = "INSTANT", description = "such as 2027-01-01T00:00:00Z")
                    Optional<Instant> expires) {
        ObjectNode wanted = EventJson.mapper().createObjectNode().put("name", name);
        scopes.forEach(wanted.putArray("scopes")::add);
        expires.ifPresent(end -> wanted.put("expiresAt", end.toString()));
        System.out.println(
                live().post(Service.SIGNAL_INGEST, KEYS, wanted).path("key").asText());
        return 0;
    }

    @Command(name = "list", description = "Tell which keys there are.", mixinStandardHelpOptions = true)
    int list() {
        for (JsonNode key : live().get(Service.SIGNAL_INGEST, KEYS)) {
            System.out.println(String.format(
                    Locale.ROOT,
                    "%s  …%s  %-20s %s  %s",
                    key.path("id").asText(),
                    key.path("ending").asText(),
                    key.path("name").asText(),
                    key.path("scopes"),
                    key.hasNonNull("revokedAt")
                            ? "revoked " + key.path("revokedAt").asText()
                            : "last used " + key.path("lastUsedAt").asText("never")));
        }
        return 0;
    }

    @Command(name = "revoke", description = "Take a key back.", mixinStandardHelpOptions = true)
    int revoke(@Parameters(paramLabel = "ID", description = "as list tells it") String id) {
        live().delete(Service.SIGNAL_INGEST, KEYS + "/" + id);
        return 0;
    }

    private static Services live() {
        LiveSystem live = LiveSystem.of(Place.here());
        return live.basePort()
                .map(base -> new Services(base).withKey(live.adminKey()))
                .orElseThrow(() -> new IllegalArgumentException("nothing is running: ./vigie start starts it"));
    }
}
