package org.smeportal.platform;

import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.flywaydb.core.Flyway;

/** Brings the schema up to date before anything else of the application starts. */
@ApplicationScoped
public class Migration {

    @Resource(lookup = "java:app/jdbc/portal")
    private DataSource dataSource;

    void onStart(@Observes @Priority(1) @Initialized(ApplicationScoped.class) Object start) {
        Config config = ConfigProvider.getConfig();
        Optional<String> user = config.getOptionalValue("MIGRATION_DB_USER", String.class);
        if (user.isPresent()) {
            migrate(
                    config.getValue("DB_URL", String.class),
                    user.get(),
                    config.getOptionalValue("MIGRATION_DB_PASSWORD", String.class)
                            .orElse(""));
        } else {
            Flyway.configure(Migration.class.getClassLoader())
                    .dataSource(dataSource)
                    .locations("classpath:db/migration")
                    .load()
                    .migrate();
        }
    }

    public static void migrate(String url, String user, String password) {
        Flyway.configure(Migration.class.getClassLoader())
                .dataSource(url, user, password)
                .locations("classpath:db/migration")
                .load()
                .migrate();
    }
}
