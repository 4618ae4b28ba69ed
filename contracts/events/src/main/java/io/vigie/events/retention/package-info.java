/** What retention teams decided, did and learned. */
@NullMarked
package io.vigie.events.retention;

import org.jspecify.annotations.NullMarked;
