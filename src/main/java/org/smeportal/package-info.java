/**
 * SME Portal: from application to badge, from first draft to scored item. The packages are the business; the order in
 * which they may use each other is in {@code conventions/ArchitectureTest} (each imports only from those before it).
 */
@NullMarked
package org.smeportal;

import org.jspecify.annotations.NullMarked;
