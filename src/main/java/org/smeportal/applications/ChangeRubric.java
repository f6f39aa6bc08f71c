package org.smeportal.applications;

import jakarta.inject.Inject;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.smeportal.kernel.AuditedCommand;
import org.smeportal.kernel.Refused;
import org.smeportal.platform.UseCase;
import org.smeportal.security.Permission;
import org.smeportal.security.Requires;

/** A new version of the rubric (R1.3): scores keep the one that they were given by. */
@UseCase
@Requires(Permission.MANAGE_RUBRIC)
public class ChangeRubric {
    private final Rubrics rubrics;

    @Inject
    public ChangeRubric(Rubrics rubrics) {
        this.rubrics = rubrics;
    }

    /** {@code basis}: the version that was on the page. */
    public record NewVersion(int basis, List<Criterion> criteria) implements AuditedCommand {
        public NewVersion {
            criteria = List.copyOf(criteria);
        }

        @Override
        public String auditSubject() {
            return "rubric:" + (basis + 1);
        }

        @Override
        public @Nullable String auditDetail() {
            return String.join(
                    ", ",
                    criteria.stream()
                            .map(criterion -> criterion.name() + " " + criterion.weight())
                            .toList());
        }
    }

    /** Answers its number. */
    public int change(NewVersion version) {
        Rubric.check(version.criteria());
        int newest = rubrics.lockNewest();
        if (newest != version.basis()) {
            throw new Refused("applications.refused.rubricChanged", newest);
        }
        rubrics.add(newest + 1, version.criteria());
        return newest + 1;
    }
}
