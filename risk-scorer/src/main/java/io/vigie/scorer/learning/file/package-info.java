/** Fitted models as they are kept and handed on: one format, whatever they were learned from. */
@NullMarked
package io.vigie.scorer.learning.file;

import org.jspecify.annotations.NullMarked;
