package org.smeportal.checks;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.smeportal.audit.AuditNote;
import org.smeportal.kernel.AuditedCommand;
import org.smeportal.kernel.Refused;
import org.smeportal.platform.UseCase;
import org.smeportal.security.Duty;
import org.smeportal.security.Permission;
import org.smeportal.security.Requires;

/** A new version of what a duty is asked (R6.4): signatures keep theirs, and whoever has a sheet open is asked the new one. */
@UseCase
@Requires(Permission.MANAGE_PROGRAMME)
public class ChangeChecklist {
    private final Checklists checklists;
    private final AuditNote note;

    @Inject
    ChangeChecklist(Checklists checklists, AuditNote note) {
        this.checklists = checklists;
        this.note = note;
    }

    /** {@code basis} is the version that was on the page: who saves second is told. */
    public record NewVersion(Duty duty, int basis, List<@Nullable String> lines) implements AuditedCommand {
        public NewVersion {
            lines = Collections.unmodifiableList(new ArrayList<>(lines));
        }

        @Override
        public String auditSubject() {
            return "checklist:" + duty;
        }
    }

    /** Answers its number; none when it would ask the same as the one in force. */
    public OptionalInt change(NewVersion version) {
        Questions questions = Questions.typed(version.lines());
        Checklists.Checklist now = checklists.lock(version.duty());
        if (now.number() != version.basis()) {
            throw new Refused("checks.refused.listChanged", now.number());
        }
        if (now.asked().equals(questions)) {
            return OptionalInt.empty();
        }
        int number = now.number() + 1;
        checklists.add(version.duty(), number, questions);
        note.changed("version", now.number(), number);
        note.changed("questions", now.questions().size(), questions.texts().size());
        return OptionalInt.of(number);
    }
}
