/** The processes that make up the running system, from the first one started to the last one stopped. */
@NullMarked
package io.vigie.local.fleet;

import org.jspecify.annotations.NullMarked;
