/** The calendar in a browser. */
package org.smeportal.calendar.web;
