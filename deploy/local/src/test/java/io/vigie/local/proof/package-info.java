/** What the policy claims, held against the simulated company's hidden truth. */
@NullMarked
package io.vigie.local.proof;

import org.jspecify.annotations.NullMarked;
