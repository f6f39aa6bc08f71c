@NullMarked
package org.smeportal.replies.web;

import org.jspecify.annotations.NullMarked;
