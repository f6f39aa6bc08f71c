/**
 * The personal data of an SME are theirs (R1.5): export as JSON and as a page, and deletion that anonymises while events,
 * contributions and badges stay whole.
 *
 * <p>Every package that holds something of a person implements {@link PersonalData} and names its tables there; a
 * convention test asks for each table of the schema. Export and page are made of the same parts, one statement a part,
 * however much there is.
 *
 * <p>The file: {@code {"format": "sme-portal/own-data/1", "madeAt": instant, "sections": {section: {part: ..}}}}. A part is
 * an object, an array of objects, or null where there is nothing; keys stay, a value that is not known is null; moments are
 * ISO 8601 in UTC, days ISO dates, states the names of constants. Never in it: secrets and links, and other people.
 *
 * <p>What stays after a deletion: the country and the year of joining, seats taken, attendance, hours, awards (public page:
 * withdrawn) and answered figures, all of somebody called "Former member"; and the audit trail, which keeps the name under
 * which somebody acted, since nothing in it is ever changed.
 */
@NullMarked
package org.smeportal.privacy;

import org.jspecify.annotations.NullMarked;
