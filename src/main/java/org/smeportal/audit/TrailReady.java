package org.smeportal.audit;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Readiness stays up, and warns while the application's own database account could change the trail. */
@Readiness
@ApplicationScoped
public class TrailReady implements HealthCheck {
    /** The database checks the rights for a statement before it looks for rows, of which there are none. */
    private static final List<String> CHANGES = List.of(
            "update audit_entry set act = act where id < 0",
            "delete from audit_entry where id < 0",
            "update audit_seal set hash = hash where position < 0",
            "delete from audit_seal where position < 0");

    private static final int DENIED = 1142;

    @Resource(lookup = "java:app/jdbc/portal")
    private DataSource dataSource;

    @Override
    public HealthCheckResponse call() {
        try (Connection connection = dataSource.getConnection()) {
            return HealthCheckResponse.named("audit trail")
                    .up()
                    .withData("rights", mayChange(connection) ? "the application may change the trail" : "append only")
                    .build();
        } catch (SQLException e) {
            return HealthCheckResponse.down("audit trail");
        }
    }

    static boolean mayChange(Connection connection) throws SQLException {
        for (String change : CHANGES) {
            try (Statement statement = connection.createStatement()) {
                statement.executeUpdate(change);
                return true;
            } catch (SQLException e) {
                if (e.getErrorCode() != DENIED) {
                    throw e;
                }
            }
        }
        return false;
    }
}
