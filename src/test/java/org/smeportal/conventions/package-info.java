/** What holds for every class, page, text and table, so that nobody has to remember it. */
package org.smeportal.conventions;
