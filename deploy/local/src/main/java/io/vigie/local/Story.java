package io.vigie.local;

import com.fasterxml.jackson.databind.JsonNode;
import io.vigie.local.dataset.Dataset;
import io.vigie.local.feeding.ImportReport;
import io.vigie.local.feeding.Services;
import io.vigie.local.fleet.Service;
import io.vigie.local.summary.Summary;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What people read at a terminal. */
final class Story {
    private static final double HUNDRED = 100;
    private static final int REASONS = 3;

    private Story() {}

    static String of(Dataset dataset) {
        String files = dataset.files().stream()
                .map(file -> "  " + file.path().getFileName() + " → " + file.source())
                .collect(Collectors.joining("\n"));
        return "A history of kind " + dataset.kind() + " up to " + dataset.last() + ":\n" + files + "\n  go-live "
                + dataset.goLive() + ", closing tick " + dataset.closing() + "\n  ("
                + String.join(")\n  (", dataset.notes()) + ")";
    }

    static String of(Summary summary, ImportReport report, Services services) {
        return String.join(
                "\n",
                "",
                line(
                        "Rows",
                        number(summary.rows()) + " read = " + number(summary.mapped()) + " mapped + "
                                + number(summary.merged()) + " merged + " + number(report.refused()) + " refused"),
                counts("  refused", summary.refused()),
                line(
                        "Signals",
                        number(summary.accepted()) + " accepted = " + number(summary.processed()) + " processed + "
                                + number(summary.duplicates()) + " duplicates"),
                line("Customers", number(summary.customers())),
                counts("  by level", summary.customersByLevel()),
                counts("Cases", summary.casesByAction()),
                counts("Tasks", summary.tasksByAction()),
                counts("No action", summary.noActionByReason()),
                line("Seconds", summary.seconds().toString()),
                line("Memory", number(summary.peakMemoryMb()) + " MB at most, all processes together"),
                worthAContact(services.get(Service.RETENTION_ORCHESTRATOR, "/summary")));
    }

    static String of(Services services, Users users) {
        return String.join(
                "\n",
                "",
                line("Desk", services.address(Service.RETENTION_ORCHESTRATOR) + "/desk"),
                line("Board", services.address(Service.KPI_SERVICE) + "/board"),
                line("Hand over", services.address(Service.SIGNAL_INGEST) + "/q/openapi"),
                line("Risks", services.address(Service.RISK_SCORER) + "/q/openapi"),
                line(
                        "Sign in",
                        users.passwords().entrySet().stream()
                                .map(user -> user.getKey() + " / " + user.getValue())
                                .collect(Collectors.joining(", "))));
    }

    static String ofKeys() {
        return line("Keys", "./vigie key create --name crm --scope signals --scope customers");
    }

    private static String worthAContact(JsonNode worked) {
        StringBuilder text = new StringBuilder("\nMost worth a contact, by expected profit a minute of work:");
        int place = 0;
        for (JsonNode customer : worked.path("mostWorthAContact")) {
            place++;
            text.append(String.format(
                    Locale.ROOT,
                    "%n %2d. %-14s %-22s due %.10s  risk %2.0f %%  worth %,8.0f  %s",
                    place,
                    customer.path("customer").asText(),
                    customer.path("action").asText(),
                    customer.path("dueAt").asText(),
                    customer.path("probability").asDouble() * HUNDRED,
                    customer.path("expectedProfit").asDouble() / HUNDRED,
                    words(customer.path("reasons"))));
        }
        return place == 0 ? "\nNobody is worth a contact now." : text.toString();
    }

    private static String words(JsonNode reasons) {
        return reasons.valueStream().limit(REASONS).map(JsonNode::asText).collect(Collectors.joining(", "));
    }

    private static String counts(String what, Map<String, Long> counts) {
        String told = counts.entrySet().stream()
                .filter(count -> count.getValue() > 0)
                .map(count -> count.getKey() + " " + number(count.getValue()))
                .collect(Collectors.joining(", "));
        return line(what, told.isEmpty() ? "none" : told);
    }

    private static String line(String what, String told) {
        return String.format(Locale.ROOT, "%-12s%s", what, told);
    }

    private static String number(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }
}
