/** How a company's files become signals and customers: a folder of data for each source. */
@NullMarked
package io.vigie.ingest.source;

import org.jspecify.annotations.NullMarked;
