/** Sign-in, passwords and accounts as people meet them in a browser. */
package org.smeportal.accounts.web;
