/** What was learned from a company's own customers, as scorers hand it to one another. */
@NullMarked
package io.vigie.events.model;

import org.jspecify.annotations.NullMarked;
