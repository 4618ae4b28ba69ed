/** What every service tests with: real backends, golden files, and the rules that the architecture keeps to. */
@NullMarked
package io.vigie.testkit;

import org.jspecify.annotations.NullMarked;
