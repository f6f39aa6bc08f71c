/** Mail: features put messages into the outbox in their own transaction, the relay sends them and tells their fate. */
@NullMarked
package org.smeportal.notifications;

import org.jspecify.annotations.NullMarked;
