/** The outbox: its list and one message. */
@NullMarked
package org.smeportal.notifications.web;

import org.jspecify.annotations.NullMarked;
