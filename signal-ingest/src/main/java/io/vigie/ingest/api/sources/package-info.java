/** What systems post by themselves, source by source. */
@NullMarked
package io.vigie.ingest.api.sources;

import org.jspecify.annotations.NullMarked;
