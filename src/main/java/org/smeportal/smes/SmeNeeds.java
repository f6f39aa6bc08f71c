package org.smeportal.smes;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Diet and access needs of an SME: theirs alone to read and write. */
@Entity
@Table(name = "sme_needs")
class SmeNeeds {

    @Id
    @Column(name = "sme_id")
    private Long smeId;

    @Column(name = "diet_note")
    private @Nullable String dietNote;

    @Column(name = "access_note")
    private @Nullable String accessNote;

    @ElementCollection
    @CollectionTable(name = "sme_need", joinColumns = @JoinColumn(name = "sme_id"))
    @Column(name = "need")
    @Enumerated(EnumType.STRING)
    private Set<Need> needs = new HashSet<>();

    @Version
    private int version;

    protected SmeNeeds() {}

    SmeNeeds(long smeId) {
        this.smeId = smeId;
    }

    void tell(Set<Need> all, @Nullable String diet, @Nullable String access) {
        needs.retainAll(all);
        needs.addAll(all);
        dietNote = diet;
        accessNote = access;
    }
}
