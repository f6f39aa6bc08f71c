/** Put into the server of a portal by {@link org.smeportal.testing.PortalJar} only; a rig leaves it out as it does pages. */
package org.smeportal.testing.web;
