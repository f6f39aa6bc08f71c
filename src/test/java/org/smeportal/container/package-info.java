/** What only the real server can prove; one deployment for all of it. */
package org.smeportal.container;
