/** What all doors share: reading bodies, telling what is wrong and how to mend it, counting. */
@NullMarked
package io.vigie.ingest.api.answers;

import org.jspecify.annotations.NullMarked;
