/** Items that are alike, as programme managers meet them in a browser. */
package org.smeportal.similarity.web;
