package org.smeportal.smes;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.smeportal.accounts.AccountChanged;
import org.smeportal.platform.Repository;

/** Whoever changes name or zone of the own account is the same SME: mails and calendar entries follow. */
@Repository
public class NewsForSmes {
    private final Smes smes;

    @Inject
    public NewsForSmes(Smes smes) {
        this.smes = smes;
    }

    void onAccountChanged(@Observes AccountChanged news) {
        smes.byAccount(news.accountId()).ifPresent(sme -> sme.rename(news.name(), news.zone()));
    }
}
