/** Histories that can be fed: how a folder is recognised, and in which order its files go where. */
@NullMarked
package io.vigie.local.dataset;

import org.jspecify.annotations.NullMarked;
