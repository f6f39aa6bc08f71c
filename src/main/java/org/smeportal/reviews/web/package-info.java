@NullMarked
package org.smeportal.reviews.web;

import org.jspecify.annotations.NullMarked;
