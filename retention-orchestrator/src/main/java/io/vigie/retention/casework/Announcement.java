package io.vigie.retention.casework;

import io.vigie.events.retention.RetentionEvent;
import java.util.UUID;

/** Something that the rest of the company is to be told. */
public record Announcement(UUID id, RetentionEvent event, Cause cause) {}
