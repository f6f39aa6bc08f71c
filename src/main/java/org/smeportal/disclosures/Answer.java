package org.smeportal.disclosures;

/** What a programme manager of the exam says to somebody who asks. */
enum Answer {
    YES,
    NO
}
