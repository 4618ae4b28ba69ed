package io.vigie.events.wire;

import io.vigie.events.Word;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;

/** The topics, each written by one owner; key is the customer's id, values are CloudEvents in binary mode. */
public enum Topic implements Word {
    SIGNALS("signals", Kept.FOR_EVER),
    CUSTOMERS("customers", Kept.COMPACTED),
    SIGNALS_REFUSED("signals.refused", Kept.THIRTY_DAYS),
    RISK("risk", Kept.FOR_EVER),
    RETENTION("retention", Kept.FOR_EVER),
    MODELS("models", Kept.COMPACTED),
    KEYS("keys", Kept.COMPACTED_WITHIN_A_DAY);

    /** For the life of a prefix: a customer's events must stay in one partition. */
    public static final int PARTITIONS = 12;

    private final String suffix;
    private final Kept kept;

    Topic(String suffix, Kept kept) {
        this.suffix = suffix;
        this.kept = kept;
    }

    /** The topic's name under a prefix: {@code vigie} gives {@code vigie.signals}. */
    public String under(String prefix) {
        return prefix + "." + suffix;
    }

    /** Bytes; what was refused is kept enciphered and in base 64 twice, with its headers. */
    public int largestRecord() {
        return this == SIGNALS_REFUSED ? 8 << 20 : 2 << 20;
    }

    /** How to create it: append time, because retention must not act on the past instants of late events. */
    NewTopic asNew(String prefix, short replicas) {
        Map<String, String> settings = new HashMap<>();
        settings.put(TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, "LogAppendTime");
        settings.put(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, String.valueOf(largestRecord()));
        switch (kept) {
            case FOR_EVER -> settings.put(TopicConfig.RETENTION_MS_CONFIG, "-1");
            case COMPACTED -> settings.put(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT);
            case COMPACTED_WITHIN_A_DAY -> {
                settings.put(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT);
                settings.put(
                        TopicConfig.MAX_COMPACTION_LAG_MS_CONFIG,
                        String.valueOf(Duration.ofDays(1).toMillis()));
            }
            case THIRTY_DAYS ->
                settings.put(
                        TopicConfig.RETENTION_MS_CONFIG,
                        String.valueOf(Duration.ofDays(30).toMillis()));
        }
        return new NewTopic(under(prefix), PARTITIONS, replicas).configs(settings);
    }

    private enum Kept {
        FOR_EVER,
        COMPACTED,
        COMPACTED_WITHIN_A_DAY,
        THIRTY_DAYS
    }
}
