package org.smeportal.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What an act says that it changed. */
class AuditNoteTest {
    private final AuditNote note = new AuditNote();

    @Test
    void eachChangeIsALineAndWhatStaysIsNone() {
        note.begin();
        note.changed("name", "Ana", "Ana Rocha");
        note.changed("country", "PT", "PT");
        note.changed("employer", null, " ");
        note.changed("exams", List.of("SAP-C01", "CLF-C01"), Set.of("CLF-C01"));
        assertThat(note.end()).isEqualTo("name: Ana → Ana Rocha\nexams: CLF-C01, SAP-C01 → CLF-C01");
    }

    @Test
    void anActWithinAnActKeepsItsOwnNotesAndATryThatFailedLeavesNone() {
        note.begin();
        note.changed("outer", 1, 2);
        note.begin();
        note.changed("inner", 1, 2);
        assertThat(note.end()).isEqualTo("inner: 1 → 2");
        assertThat(note.end()).isEqualTo("outer: 1 → 2");
        note.begin();
        assertThat(note.end()).isNull();
        note.changed("outside of any act", 1, 2);
        assertThat(note.end()).isNull();
    }

    @Test
    void aValueIsOneLineOfBoundedLength() {
        note.begin();
        note.changed("expertise", "a\nb → c", "x".repeat(500));
        assertThat(note.end()).isEqualTo("expertise: a b → c → " + "x".repeat(AuditNote.LONGEST_VALUE) + "…");
    }
}
