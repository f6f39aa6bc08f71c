/** The forms of events. */
package org.smeportal.events.web;
