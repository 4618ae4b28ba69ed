/** What the scorer knows of a customer at an instant. */
@NullMarked
package io.vigie.events.risk;

import org.jspecify.annotations.NullMarked;
