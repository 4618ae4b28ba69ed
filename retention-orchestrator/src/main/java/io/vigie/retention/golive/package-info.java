/** A company goes live: everybody's present state is decided on once, within the time that its teams have. */
@NullMarked
package io.vigie.retention.golive;

import org.jspecify.annotations.NullMarked;
