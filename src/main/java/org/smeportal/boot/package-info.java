/** The main class of {@code sme-portal.jar}: checks the configuration and the database, then starts the server. */
@NullMarked
package org.smeportal.boot;

import org.jspecify.annotations.NullMarked;
