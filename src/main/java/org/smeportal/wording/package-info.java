/**
 * What an item says (R5.1): scenario, question, options with their rationales and misconceptions, references. Values only:
 * who wrote it, where it stands and how it is kept secret is the business of {@code items}.
 */
@NullMarked
package org.smeportal.wording;

import org.jspecify.annotations.NullMarked;
