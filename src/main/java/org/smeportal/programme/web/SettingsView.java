package org.smeportal.programme.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.smeportal.platform.web.Messages;
import org.smeportal.programme.ChangeProgrammeSettings;
import org.smeportal.programme.ProgrammeSetting;
import org.smeportal.programme.SettingQueries;

/** All settings of the programme in one form; a field is named after its setting. */
@Named
@RequestScoped
public class SettingsView {
    private static final String HERE = "/app/programme/settings?faces-redirect=true";

    @Inject
    private SettingQueries queries;

    @Inject
    private ChangeProgrammeSettings settings;

    @Inject
    private Messages messages;

    private List<SettingQueries.Row> rows = List.of();

    public String save() {
        Map<ProgrammeSetting, String> typed = new EnumMap<>(ProgrammeSetting.class);
        Map<String, String> sent = sent();
        for (ProgrammeSetting setting : ProgrammeSetting.values()) {
            String value = sent.get(setting.name());
            if (value != null) {
                typed.put(setting, value);
            }
        }
        return done(settings.change(new ChangeProgrammeSettings.Typed(typed)));
    }

    public String standard() {
        Map<ProgrammeSetting, String> none = new EnumMap<>(ProgrammeSetting.class);
        for (ProgrammeSetting setting : ProgrammeSetting.values()) {
            none.put(setting, "");
        }
        return done(settings.change(new ChangeProgrammeSettings.Typed(none)));
    }

    private String done(int changed) {
        messages.note(changed == 0 ? "programme.unchanged" : "programme.saved", changed);
        return HERE;
    }

    /** What was typed stays in its field when it was refused. */
    public String shown(SettingQueries.Row row) {
        String typed = sent().get(row.setting().name());
        return typed == null ? Integer.toString(row.value()) : typed;
    }

    private static Map<String, String> sent() {
        return FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap();
    }

    public List<SettingQueries.Row> getRows() {
        if (rows.isEmpty()) {
            rows = queries.list();
        }
        return rows;
    }

    public boolean isAllStandard() {
        return getRows().stream().allMatch(SettingQueries.Row::isStandard);
    }
}
