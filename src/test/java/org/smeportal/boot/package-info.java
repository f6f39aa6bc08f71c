/** How the packaged jar starts, and how it does not. */
package org.smeportal.boot;
