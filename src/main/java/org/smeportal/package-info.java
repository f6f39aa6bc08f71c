/** The portal. */
package org.smeportal;
