/** What passes between the services, in the words of the field. */
@NullMarked
package io.vigie.events;

import org.jspecify.annotations.NullMarked;
