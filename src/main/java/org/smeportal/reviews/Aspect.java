package org.smeportal.reviews;

/** What a comment is about; of an option or a reference it says which. */
public enum Aspect {
    STEM,
    KEY,
    OPTION,
    REFERENCE,
    LANGUAGE,
    FAIRNESS
}
