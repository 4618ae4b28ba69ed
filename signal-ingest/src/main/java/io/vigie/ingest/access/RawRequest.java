package io.vigie.ingest.access;

import java.util.Map;

/**
 * A request as it came, before anything of it is parsed.
 *
 * @param uri as the sender called it
 * @param headers by lower-case name
 */
@SuppressWarnings("ArrayRecordComponent") // the bytes are passed on, never compared
public record RawRequest(String method, String uri, Map<String, String> headers, byte[] body) {}
