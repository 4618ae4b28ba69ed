/** The models as pages: where each stands, how well it told, what it weighs, and who moves it why. */
@NullMarked
package io.vigie.scorer.lookout.models;

import org.jspecify.annotations.NullMarked;
