package org.smeportal.privacy;

import java.util.List;
import java.util.Set;

/** What one package holds of people: every table that points to a person belongs to one of these. */
public interface PersonalData {

    /** Where the section stands; forgetting goes the other way round, so that the person goes last. */
    int place();

    /** The key of the section in the file, and of its heading: {@code privacy.section.<section>}. */
    String section();

    /** The tables that are exported and forgotten here, or that hang on those. */
    Set<String> tables();

    /** All that is held of the person; nothing of others, no secrets. */
    List<Part> of(Person person);

    /** Takes the person out; what statistics, events and badges count stays. */
    void forget(Person person);
}
