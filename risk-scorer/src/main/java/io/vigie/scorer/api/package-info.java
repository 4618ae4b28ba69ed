/** What people and programs may ask of the scorer. */
@NullMarked
package io.vigie.scorer.api;

import org.jspecify.annotations.NullMarked;
