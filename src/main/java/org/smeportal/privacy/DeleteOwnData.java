package org.smeportal.privacy;

import jakarta.inject.Inject;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smeportal.accounts.OwnPassword;
import org.smeportal.kernel.Refused;
import org.smeportal.platform.Text;
import org.smeportal.platform.UseCase;
import org.smeportal.security.CurrentUser;
import org.smeportal.security.Permission;
import org.smeportal.security.Requires;

/** An SME has their data deleted (R1.5): at once, for good, with the password and a typed word. */
@UseCase
@Requires(Permission.KEEP_OWN_DATA)
public class DeleteOwnData {
    private final OwnDataQueries data;
    private final OwnPassword password;
    private final Forgetting forgetting;
    private final CurrentUser user;
    private final Text text;

    @Inject
    public DeleteOwnData(
            OwnDataQueries data, OwnPassword password, Forgetting forgetting, CurrentUser user, Text text) {
        this.data = data;
        this.password = password;
        this.forgetting = forgetting;
        this.user = user;
        this.text = text;
    }

    /** What was typed to prove that it is meant, and where; silent when printed. */
    public record Proof(@Nullable String word, @Nullable String password, String address) {
        @Override
        public String toString() {
            return "proof";
        }
    }

    /** Answers who the SME was, which the trail keeps. */
    public UUID delete(Proof proof) {
        String word = text.of("privacy.delete.word");
        if (!word.equalsIgnoreCase(proof.word() == null ? "" : proof.word().strip())) {
            throw new Refused("privacy.refused.word", word).at("word");
        }
        Person me = data.ofAccount(user.accountId());
        password.check(
                user.accountId(),
                proof.password() == null ? "" : proof.password(),
                proof.address(),
                "DeleteOwnData.delete");
        forgetting.forget(me);
        return me.publicId();
    }
}
