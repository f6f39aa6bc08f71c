/** Inviting as programme managers do it in a browser. */
package org.smeportal.invitations.web;
