/** Pages of the pipeline. */
@NullMarked
package org.smeportal.pipeline.web;

import org.jspecify.annotations.NullMarked;
