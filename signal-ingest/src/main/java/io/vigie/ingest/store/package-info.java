/** The PostgreSQL side, the same for every instance: quarantine, aliases, keys, imports, wishes, records, what is due. */
@NullMarked
package io.vigie.ingest.store;

import org.jspecify.annotations.NullMarked;
