package io.vigie.local.fleet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A service's working folder with its configuration: in a file, so that no password stands on a command line. */
final class ServiceFolder {
    private ServiceFolder() {}

    static Path in(FleetPlan plan, Service service, BackendsChild backends) {
        Path folder = plan.folder().resolve(service.word());
        Path file = folder.resolve("config/application.properties");
        try {
            Files.createDirectories(file.getParent());
            Files.deleteIfExists(file);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, text(settings(plan, service, backends)));
            return folder;
        } catch (IOException refused) {
            throw new UncheckedIOException(file + " cannot be written", refused);
        }
    }

    private static Map<String, String> settings(FleetPlan plan, Service service, BackendsChild backends) {
        Map<String, String> settings = new HashMap<>(plan.settings());
        int port = service.port(plan.basePort());
        settings.put("kafka.bootstrap.servers", backends.kafka());
        settings.put("quarkus.http.host", "127.0.0.1");
        settings.put("quarkus.http.port", Integer.toString(port));
        settings.put("vigie.self", "127.0.0.1:" + port);
        settings.put(
                "vigie.links.scorer", Service.RISK_SCORER.at(plan.basePort()).toString());
        settings.put("vigie.links.desk", Service.RETENTION_ORCHESTRATOR.at(plan.basePort()) + "/desk");
        settings.put("vigie.links.board", Service.KPI_SERVICE.at(plan.basePort()) + "/board");
        settings.put("vigie.links.note", Service.SIGNAL_INGEST.at(plan.basePort()) + "/note");
        settings.put("vigie.links.ops", Service.SIGNAL_INGEST.at(plan.basePort()) + "/ops/quarantine");
        settings.put("vigie.data", plan.data().toString());
        if (service.readsPersonalData()) {
            settings.put(
                    "vigie.privacy.master-key-file",
                    MasterKeyFile.in(plan.folder()).toString());
        }
        if (service == Service.SIGNAL_INGEST) {
            settings.putAll(plan.forIngest());
        }
        if (service.keepsDatabase()) {
            settings.put("quarkus.datasource.jdbc.url", backends.jdbcUrl(service.database()));
            settings.put("quarkus.datasource.username", BackendsChild.USER);
            settings.put("quarkus.datasource.password", BackendsChild.USER);
        }
        return settings;
    }

    private static String text(Map<String, String> settings) {
        return new TreeMap<>(settings)
                .entrySet().stream()
                        .map(setting ->
                                setting.getKey() + "=" + setting.getValue().replace("\\", "\\\\"))
                        .collect(Collectors.joining("\n", "", "\n"));
    }
}
