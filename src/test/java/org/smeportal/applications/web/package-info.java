/** Tests of the pages of joining in a real browser. */
package org.smeportal.applications.web;
