package org.smeportal.programme;

import jakarta.inject.Inject;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import org.smeportal.audit.AuditNote;
import org.smeportal.kernel.AuditedCommand;
import org.smeportal.kernel.Refused;
import org.smeportal.platform.UseCase;
import org.smeportal.security.CurrentUser;
import org.smeportal.security.Permission;
import org.smeportal.security.Requires;

/** Sets what the programme does otherwise than by the standard; what counts on it asks anew each time. */
@UseCase
@Requires(Permission.MANAGE_PROGRAMME)
public class ChangeProgrammeSettings {
    private final ProgrammeSettings settings;
    private final CurrentUser user;
    private final AuditNote note;

    @Inject
    public ChangeProgrammeSettings(ProgrammeSettings settings, CurrentUser user, AuditNote note) {
        this.settings = settings;
        this.user = user;
        this.note = note;
    }

    /** What was typed for each setting that is changed; nothing typed goes back to the standard. */
    public record Typed(Map<ProgrammeSetting, String> values) implements AuditedCommand {
        public Typed {
            values = new TreeMap<>(values);
        }

        @Override
        public String auditSubject() {
            return "programme";
        }
    }

    /** All or none; answers how many are other than before. */
    public int change(Typed typed) {
        Map<ProgrammeSetting, Integer> wanted = new EnumMap<>(ProgrammeSetting.class);
        typed.values().forEach((setting, value) -> wanted.put(setting, number(setting, value)));
        int changed = 0;
        for (Map.Entry<ProgrammeSetting, Integer> one : wanted.entrySet()) {
            ProgrammeSetting setting = one.getKey();
            int before = settings.of(setting);
            if (before != one.getValue()) {
                settings.put(setting, one.getValue(), user.getName());
                note.changed(setting.name(), before, one.getValue());
                changed++;
            }
        }
        return changed;
    }

    private static int number(ProgrammeSetting setting, String typed) {
        String digits = typed.strip();
        if (digits.isEmpty()) {
            return setting.standard();
        }
        int value = digits.matches("\\d{1,9}") ? Integer.parseInt(digits) : -1;
        if (value < setting.least() || value > setting.most()) {
            throw new Refused("programme.refused.range", setting, setting.least(), setting.most()).at(setting.name());
        }
        return value;
    }
}
