package org.smeportal.platform;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Properties;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/** All texts of the portal, one file a feature ({@code messages/<feature>.properties}), read as one bundle. */
public class MessageBundle extends ResourceBundle {

    static final List<String> FEATURES = List.of(
            "faces",
            "layout",
            "platform",
            "security",
            "audit",
            "notifications",
            "programme",
            "accounts",
            "agreements",
            "exams",
            "smes",
            "profiles",
            "privacy",
            "applications",
            "changes",
            "venues",
            "events",
            "invitations",
            "calendar",
            "practical",
            "online",
            "attendance",
            "feedback",
            "tasks",
            "wording",
            "linter",
            "drafts",
            "items",
            "similarity",
            "pipeline",
            "reviews",
            "checks",
            "replies",
            "disclosures",
            "badges",
            "years",
            "dashboards");

    private final Properties texts = new Properties();

    public MessageBundle() {
        FEATURES.forEach(this::read);
    }

    private void read(String feature) {
        try (InputStream in = MessageBundle.class.getResourceAsStream("/messages/" + feature + ".properties")) {
            if (in != null) {
                texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    protected @Nullable Object handleGetObject(String key) {
        return texts.getProperty(key);
    }

    @Override
    public Enumeration<String> getKeys() {
        return Collections.enumeration(texts.stringPropertyNames());
    }
}
