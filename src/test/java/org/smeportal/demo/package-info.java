/** The demo: its launcher and its data, built by the same builder that the scenario test lives. */
package org.smeportal.demo;
