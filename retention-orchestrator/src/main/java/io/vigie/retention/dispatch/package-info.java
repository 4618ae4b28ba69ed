/** Where letters are printed, messages and invitations sent, and others told by webhooks. */
@NullMarked
package io.vigie.retention.dispatch;

import org.jspecify.annotations.NullMarked;
