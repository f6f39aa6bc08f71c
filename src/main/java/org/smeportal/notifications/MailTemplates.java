package org.smeportal.notifications;

import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.loader.ClasspathLoader;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.smeportal.platform.PortalConfig;

/**
 * Mail templates under {@code mail/} on the class path: {@code <name>.txt} and {@code <name>.html} (Pebble; html is
 * escaped). The words of a mail stand in its template; its subject comes from the message bundle of its feature.
 */
@Singleton
public class MailTemplates {

    private final PebbleEngine html = engine(true);
    private final PebbleEngine text = engine(false);
    private final PortalConfig config;

    @Inject
    public MailTemplates(PortalConfig config) {
        this.config = config;
    }

    /** Both bodies see {@code model}, {@code subject} and {@code baseUrl}. */
    public Mail render(String name, String subject, Map<String, ?> model, Mail.@Nullable Calendar calendar) {
        return renderWithEntries(name, subject, model, calendar == null ? List.of() : List.of(calendar));
    }

    public Mail renderWithEntries(String name, String subject, Map<String, ?> model, List<Mail.Calendar> calendars) {
        Map<String, Object> context = new HashMap<>(model);
        context.put("subject", subject);
        context.put("baseUrl", config.url(""));
        return new Mail(
                subject, evaluate(text, name + ".txt", context), evaluate(html, name + ".html", context), calendars);
    }

    private static String evaluate(PebbleEngine engine, String template, Map<String, Object> context) {
        StringWriter out = new StringWriter();
        try {
            engine.getTemplate(template).evaluate(out, context, Locale.ENGLISH);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }

    private static PebbleEngine engine(boolean escaping) {
        ClasspathLoader loader = new ClasspathLoader(MailTemplates.class.getClassLoader());
        loader.setPrefix("mail");
        return new PebbleEngine.Builder()
                .loader(loader)
                .autoEscaping(escaping)
                .strictVariables(true)
                .newLineTrimming(escaping)
                .build();
    }
}
