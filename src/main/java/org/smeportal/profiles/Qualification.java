package org.smeportal.profiles;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smeportal.kernel.Refused;

/** An exam that an SME says to have passed: CLAIMED until a programme manager confirms or rejects it. */
@Entity
@Table(name = "qualification")
class Qualification {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Column(name = "public_id")
    private String publicId;

    @Column(name = "sme_id")
    private long smeId;

    @Column(name = "exam_id")
    private long examId;

    private String certificate;

    @Column(name = "evidence_number")
    private @Nullable String evidenceNumber;

    @Column(name = "evidence_url")
    private @Nullable String evidenceUrl;

    @Column(name = "obtained_on")
    private LocalDate obtainedOn;

    @Column(name = "expires_on")
    private @Nullable LocalDate expiresOn;

    @Enumerated(EnumType.STRING)
    private QualificationState state;

    @Column(name = "told_at")
    private Instant toldAt;

    @Column(name = "decided_at")
    private @Nullable Instant decidedAt;

    @Column(name = "decided_by")
    private @Nullable String decidedBy;

    private @Nullable String reason;

    @Version
    private int version;

    protected Qualification() {}

    Qualification(long smeId, long examId, Evidence evidence, Instant now) {
        this.publicId = UUID.randomUUID().toString();
        this.smeId = smeId;
        this.examId = examId;
        this.certificate = evidence.certificate();
        this.evidenceNumber = evidence.number();
        this.evidenceUrl = evidence.url();
        this.obtainedOn = evidence.obtainedOn();
        this.expiresOn = evidence.expiresOn();
        this.state = QualificationState.CLAIMED;
        this.toldAt = now;
    }

    UUID publicId() {
        return UUID.fromString(publicId);
    }

    long smeId() {
        return smeId;
    }

    long examId() {
        return examId;
    }

    QualificationState state() {
        return state;
    }

    void confirm(String by, Instant now) {
        decide(QualificationState.CONFIRMED, by, now);
    }

    void reject(String why, String by, Instant now) {
        decide(QualificationState.REJECTED, by, now);
        reason = why;
    }

    private void decide(QualificationState decided, String by, Instant now) {
        if (state != QualificationState.CLAIMED) {
            throw new Refused("profiles.refused.decided", state);
        }
        state = decided;
        decidedBy = by;
        decidedAt = now;
    }
}
