/** The fold: what a customer's signals and records come to. */
@NullMarked
package io.vigie.scorer.profile;

import org.jspecify.annotations.NullMarked;
