package io.vigie.embedded;

import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;

/** One node that is broker and controller, able to run transactions, in little memory. */
final class BrokerSettings {
    static final int NODE = 1;
    static final String CONTROLLER_LISTENER = "CONTROLLER";

    private static final Map<String, String> ALONE = Map.ofEntries(
            Map.entry("process.roles", "broker,controller"),
            Map.entry("node.id", Integer.toString(NODE)),
            Map.entry("inter.broker.listener.name", "PLAINTEXT"),
            Map.entry("controller.listener.names", CONTROLLER_LISTENER),
            Map.entry("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT"),
            Map.entry("offsets.topic.replication.factor", "1"),
            Map.entry("transaction.state.log.replication.factor", "1"),
            Map.entry("transaction.state.log.min.isr", "1"),
            Map.entry("share.coordinator.state.topic.replication.factor", "1"),
            Map.entry("share.coordinator.state.topic.min.isr", "1"));

    private static final Map<String, String> BEHAVIOUR = Map.ofEntries(
            Map.entry("auto.create.topics.enable", "false"),
            Map.entry("group.initial.rebalance.delay.ms", "0"),
            // 8 MiB of payload on the refused topic, with room for headers
            Map.entry("message.max.bytes", Integer.toString(9 * 1024 * 1024)),
            // a desk left alone for a month goes on where it stopped
            Map.entry("offsets.retention.minutes", Integer.toString(366 * 24 * 60)));

    private static final Map<String, String> SMALL = Map.ofEntries(
            Map.entry("num.network.threads", "2"),
            Map.entry("num.io.threads", "4"),
            Map.entry("background.threads", "2"),
            Map.entry("group.coordinator.threads", "2"),
            Map.entry("num.recovery.threads.per.data.dir", "2"),
            Map.entry("offsets.topic.num.partitions", "4"),
            Map.entry("transaction.state.log.num.partitions", "4"),
            Map.entry("share.coordinator.state.topic.num.partitions", "1"),
            Map.entry("offsets.topic.segment.bytes", Integer.toString(16 * 1024 * 1024)),
            Map.entry("transaction.state.log.segment.bytes", Integer.toString(16 * 1024 * 1024)),
            Map.entry("log.segment.bytes", Integer.toString(128 * 1024 * 1024)),
            Map.entry("log.index.size.max.bytes", Integer.toString(1024 * 1024)),
            Map.entry("log.cleaner.dedupe.buffer.size", Integer.toString(16 * 1024 * 1024)));

    /** After a kill a broker waits until its former self is given up: not for long. */
    private static final Map<String, String> KEPT =
            Map.of("broker.session.timeout.ms", "6000", "broker.heartbeat.interval.ms", "500");

    /** A broker with no former self need never be given up, however busy the machine. */
    private static final Map<String, String> THROWN_AWAY = Map.of("broker.session.timeout.ms", "60000");

    private BrokerSettings() {}

    static Properties of(Path data, boolean kept, int port, int controllerPort) {
        Properties settings = new Properties();
        settings.putAll(ALONE);
        settings.putAll(BEHAVIOUR);
        settings.putAll(SMALL);
        settings.putAll(kept ? KEPT : THROWN_AWAY);
        settings.put("log.dirs", data.toString());
        settings.put("controller.quorum.voters", NODE + "@" + Ports.HOST + ":" + controllerPort);
        settings.put("advertised.listeners", "PLAINTEXT://" + Ports.HOST + ":" + port);
        settings.put(
                "listeners",
                "PLAINTEXT://" + Ports.HOST + ":" + port + ",CONTROLLER://" + Ports.HOST + ":" + controllerPort);
        return settings;
    }
}
