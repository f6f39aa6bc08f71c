@NullMarked
package org.smeportal.checks.web;

import org.jspecify.annotations.NullMarked;
