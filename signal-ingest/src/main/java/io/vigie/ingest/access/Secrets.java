package io.vigie.ingest.access;

import java.util.List;

/** Where the secrets of sources are kept; asked at each request, so that they can be changed at any time. */
@FunctionalInterface
public interface Secrets {
    /**
     * @return several while they are rotated, none where nobody has set any
     */
    List<Secret> of(String source);
}
