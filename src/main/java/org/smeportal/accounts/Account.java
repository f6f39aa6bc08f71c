package org.smeportal.accounts;

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
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smeportal.kernel.EmailAddress;
import org.smeportal.kernel.Refused;
import org.smeportal.security.LinkTokens;
import org.smeportal.security.Role;

/** A way into the portal for one person: invited by a link, active with a password, closed at the end. */
@Entity
@Table(name = "account")
class Account {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Column(name = "public_id")
    private String publicId;

    private String email;
    private String name;
    private String zone;

    @Enumerated(EnumType.STRING)
    private AccountState state;

    @Column(name = "password_hash")
    private @Nullable String passwordHash;

    @Column(name = "link_nonce")
    private String linkNonce;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "last_sign_in_at")
    private @Nullable Instant lastSignInAt;

    @Version
    private int version;

    @ElementCollection
    @CollectionTable(name = "account_role", joinColumns = @JoinColumn(name = "account_id"))
    @Column(name = "role")
    @Enumerated(EnumType.STRING)
    private Set<Role> roles = new HashSet<>();

    protected Account() {}

    Account(EmailAddress email, String name, ZoneId zone, Set<Role> roles, Instant now) {
        this.publicId = UUID.randomUUID().toString();
        this.email = email.value();
        this.name = name;
        this.zone = zone.getId();
        this.state = AccountState.INVITED;
        this.linkNonce = LinkTokens.newNonce();
        this.createdAt = now;
        this.roles.addAll(roles);
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

    String email() {
        return email;
    }

    String name() {
        return name;
    }

    AccountState state() {
        return state;
    }

    @Nullable
    String passwordHash() {
        return state == AccountState.ACTIVE ? passwordHash : null;
    }

    String linkNonce() {
        return linkNonce;
    }

    int version() {
        return version;
    }

    Set<Role> roles() {
        return roles.isEmpty() ? Set.of() : EnumSet.copyOf(roles);
    }

    /** The link that was mailed is used up; an invited account is active from now on. */
    void setPassword(String hash) {
        if (state == AccountState.CLOSED) {
            throw new Refused("accounts.refused.closed");
        }
        passwordHash = hash;
        state = AccountState.ACTIVE;
        linkNonce = LinkTokens.newNonce();
    }

    /** A new link; every earlier one is void. */
    void renewLink() {
        linkNonce = LinkTokens.newNonce();
    }

    void grant(Role role) {
        roles.add(role);
    }

    void change(String newName, ZoneId newZone) {
        name = newName;
        zone = newZone.getId();
    }

    void changeRoles(Set<Role> now) {
        if (now.isEmpty()) {
            throw new Refused("accounts.refused.noRole");
        }
        roles.retainAll(now);
        roles.addAll(now);
    }

    void close() {
        state = AccountState.CLOSED;
        linkNonce = LinkTokens.newNonce();
    }

    /** Closed for good: nothing stays of the person, and nobody can find the row by what they know of them. */
    void forget(String formerName) {
        close();
        publicId = UUID.randomUUID().toString();
        email = EmailAddress.nobody().value();
        name = formerName;
        zone = "Etc/UTC";
        passwordHash = null;
        lastSignInAt = null;
        roles.clear();
    }

    void reopen() {
        if (state == AccountState.CLOSED) {
            state = passwordHash == null ? AccountState.INVITED : AccountState.ACTIVE;
        }
    }

    void markSignedIn(Instant at) {
        lastSignInAt = at;
    }
}
