/** What a policy would have done, and what it would have kept, told before anybody is contacted. */
@NullMarked
package io.vigie.retention.rehearsal;

import org.jspecify.annotations.NullMarked;
