package org.smeportal.checks.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;
import org.omnifaces.cdi.Param;
import org.smeportal.checks.ReadSignatures;
import org.smeportal.kernel.Words;

/** Who signed an item for which duty, what is open, and what was signed in an older revision. */
@Named
@RequestScoped
public class SignaturesView {
    @Inject
    private ReadSignatures read;

    @Inject
    @Param(pathIndex = 0)
    private @Nullable String id;

    private ReadSignatures.@Nullable Signed signed;

    public void load() {
        getSigned();
    }

    public ReadSignatures.Signed getSigned() {
        if (signed == null) {
            signed = read.of(Words.named(id));
        }
        return signed;
    }
}
