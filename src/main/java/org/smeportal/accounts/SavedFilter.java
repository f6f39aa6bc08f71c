package org.smeportal.accounts;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A list with filter, order and columns that somebody keeps under a name of their own (R1.6). */
@Entity
@Table(name = "saved_filter")
class SavedFilter {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Column(name = "public_id")
    private String publicId;

    @Column(name = "account_id")
    private long accountId;

    private String page;
    private String name;
    private String query;

    protected SavedFilter() {}

    SavedFilter(long accountId, KeepFilter.Kept kept) {
        this.publicId = UUID.randomUUID().toString();
        this.accountId = accountId;
        this.page = kept.page();
        this.name = kept.name();
        this.query = kept.query();
    }

    void nowShows(String newQuery) {
        query = newQuery;
    }
}
