/** What a run came to: counts that must add up, and what people see at its end. */
@NullMarked
package io.vigie.local.summary;

import org.jspecify.annotations.NullMarked;
