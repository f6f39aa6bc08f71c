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
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smeportal.kernel.EmailAddress;
import org.smeportal.kernel.FoldedText;
import org.smeportal.kernel.Refused;
import org.smeportal.smes.CreateSme.NewSme;

/** A subject-matter expert: who they are, what they know, and their account once they were invited to the portal. */
@Entity
@Table(name = "sme")
class Sme {
    private static final int MOST_SEARCH_TEXT = 4_000;

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

    /** What a search of the directory looks into; follows every change of what it is made of. */
    @Column(name = "search_text")
    private @Nullable String searchText;

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

    SmeState state() {
        return state;
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

    /** Nothing stays of the person but the country and the year of joining, which statistics count. */
    void forget(String formerName) {
        publicId = UUID.randomUUID().toString();
        accountId = null;
        state = SmeState.FORMER;
        joinedOn = joinedOn.withDayOfYear(1);
        createdAt = joinedOn.atStartOfDay(ZoneOffset.UTC).toInstant();
        write(new NewSme(
                EmailAddress.nobody().value(), formerName, country, "Etc/UTC", null, null, null, Set.of(), false));
    }

    boolean isFormer() {
        return state == SmeState.FORMER;
    }

    void qualify(long exam) {
        exams.add(exam);
    }

    void disqualify(long exam) {
        exams.remove(exam);
    }

    void linkAccount(long id) {
        accountId = id;
    }

    /** The SME changed their own account. */
    void rename(String newName, ZoneId newZone) {
        name = newName;
        zone = newZone.getId();
        index();
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
        index();
    }

    private void index() {
        searchText = searchText(name, email, employer, expertise);
    }

    static String searchText(String name, String email, @Nullable String employer, @Nullable String expertise) {
        return FoldedText.index(MOST_SEARCH_TEXT, name, email, employer, expertise);
    }
}
