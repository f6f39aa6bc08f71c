package org.smeportal.privacy;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.smeportal.accounts.AccountForgetting;
import org.smeportal.platform.Repository;
import org.smeportal.smes.SmeForgetting;

/** Takes a person out of the whole portal, at once and in one transaction: what holds most goes first, the person last. */
@Repository
public class Forgetting {
    private final OwnDataQueries data;
    private final SmeForgetting smes;
    private final AccountForgetting accounts;
    private final DeletionMails mails;

    @Inject
    public Forgetting(OwnDataQueries data, SmeForgetting smes, AccountForgetting accounts, DeletionMails mails) {
        this.data = data;
        this.smes = smes;
        this.accounts = accounts;
        this.mails = mails;
    }

    void forget(Person person) {
        if (person.account() != null) {
            accounts.mustBeAnSmeOnly(person.account());
        }
        smes.begin(person.publicId());
        List<PersonalData> all = new ArrayList<>(data.holders());
        Collections.reverse(all);
        all.forEach(holder -> holder.forget(person));
        mails.confirm(person);
    }
}
