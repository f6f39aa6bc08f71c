/**
 * The agreement (NDA) that every SME accepts before anything else of the portal opens (R1.4): versions in Markdown, each
 * acceptance with its time, version and address. A new version asks again and shows what is different.
 */
@NullMarked
package org.smeportal.agreements;

import org.jspecify.annotations.NullMarked;
