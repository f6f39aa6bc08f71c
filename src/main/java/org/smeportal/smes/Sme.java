package org.smeportal.smes;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smeportal.kernel.Refused;
import org.smeportal.smes.CreateSme.NewSme;

/** A subject-matter expert: who they are, what they know, and their account once they were invited to the portal. */
@Entity
@Table(name = "sme")
class Sme {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Column(name = "public_id")
    private String publicId;

    @Column(name = "account_id")
    private @Nullable Long accountId;

    private String email;
    private String name;
    private String country;
    private String zone;
    private @Nullable String employer;
    private @Nullable String expertise;
    private @Nullable String languages;

    @Column(name = "visible_to_members")
    private boolean visibleToMembers;

    @Enumerated(EnumType.STRING)
    private SmeState state;

    @Column(name = "joined_on")
    private LocalDate joinedOn;

    @Column(name = "created_at")
    private Instant createdAt;

    @Version
    private int version;

    @ElementCollection
    @CollectionTable(name = "sme_exam", joinColumns = @JoinColumn(name = "sme_id"))
    @Column(name = "exam_id")
    private Set<Long> exams = new HashSet<>();

    protected Sme() {}

    Sme(NewSme facts, Instant now) {
        this.publicId = UUID.randomUUID().toString();
        this.state = SmeState.ACTIVE;
        this.createdAt = now;
        this.joinedOn = LocalDate.ofInstant(now, ZoneId.of(facts.zone()));
        write(facts);
    }

    long id() {
        if (id == null) {
            throw new IllegalStateException("not stored yet");
        }
        return id;
    }

    UUID publicId() {
        return UUID.fromString(publicId);
    }

    @Nullable
    Long accountId() {
        return accountId;
    }

    String email() {
        return email;
    }

    String name() {
        return name;
    }

    ZoneId zone() {
        return ZoneId.of(zone);
    }

    int version() {
        return version;
    }

    NewSme facts() {
        return new NewSme(
                email, name, country, zone, employer, expertise, languages, Set.copyOf(exams), visibleToMembers);
    }

    void change(NewSme facts) {
        if (accountId != null && !email.equals(facts.email())) {
            throw new Refused("smes.refused.emailFixed");
        }
        write(facts);
    }

    void pause() {
        state = SmeState.PAUSED;
    }

    void resume() {
        state = SmeState.ACTIVE;
    }

    void linkAccount(long id) {
        accountId = id;
    }

    /** The SME changed their own account. */
    void rename(String newName, ZoneId newZone) {
        name = newName;
        zone = newZone.getId();
    }

    /** What an SME says of themselves. */
    void tell(TellAboutMe.About about) {
        country = about.country();
        employer = about.employer();
        expertise = about.expertise();
        languages = about.languages();
        visibleToMembers = about.visible();
    }

    void qualifyFor(long examId) {
        exams.add(examId);
    }

    private void write(NewSme facts) {
        email = facts.email();
        name = facts.name();
        country = facts.country();
        zone = facts.zone();
        employer = facts.employer();
        expertise = facts.expertise();
        languages = facts.languages();
        visibleToMembers = facts.visible();
        exams.retainAll(facts.exams());
        exams.addAll(facts.exams());
    }
}
