/** The directory as programme managers use it in a browser. */
package org.smeportal.smes.web;
