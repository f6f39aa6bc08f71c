package org.smeportal.applications;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** One application whose decision is told, and why it was left out in the end. */
@Entity
@Table(name = "application_publication_part")
class PublicationPart {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Column(name = "publication_id")
    private long publicationId;

    @Column(name = "application_id")
    private long applicationId;

    @Enumerated(EnumType.STRING)
    private Decision decision;

    @Column(name = "left_out")
    private @Nullable String leftOut;

    @Column(name = "waiting_key")
    private @Nullable Long waitingKey;

    protected PublicationPart() {}

    PublicationPart(long publicationId, long applicationId, Decision decision) {
        this.publicationId = publicationId;
        this.applicationId = applicationId;
        this.decision = decision;
        this.waitingKey = applicationId;
    }

    long applicationId() {
        return applicationId;
    }

    Decision decision() {
        return decision;
    }

    /** It waits no more. */
    void settle() {
        waitingKey = null;
    }

    void leaveOut(String why) {
        leftOut = why;
        waitingKey = null;
    }
}
