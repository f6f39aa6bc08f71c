package org.smeportal.programme;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.smeportal.kernel.Refused;
import org.smeportal.platform.Queries;

/** The hosts that references of items lead to, the vendor's documentation; the standard where nobody set any. */
@Queries
public class DocumentationHosts {
    static final String SETTING = "DOCUMENTATION_HOSTS";
    /** The last is the host that examples are written for. */
    static final List<String> STANDARD =
            List.of("docs.aws.amazon.com", "aws.amazon.com", "developer.amazon.com", "docs.example.org");

    private static final int MOST = 30;
    private static final int LONGEST = 900;
    private static final Pattern HOST =
            Pattern.compile("(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]");

    private final ProgrammeSettings settings;

    @Inject
    public DocumentationHosts(ProgrammeSettings settings) {
        this.settings = settings;
    }

    public List<String> all() {
        return settings.stored(SETTING).map(lines -> lines.lines().toList()).orElse(STANDARD);
    }

    /** One in each line; nothing typed is the standard. */
    static List<String> typed(String lines) {
        List<String> hosts = lines.lines()
                .map(line -> line.strip().toLowerCase(Locale.ROOT))
                .filter(line -> !line.isEmpty())
                .distinct()
                .toList();
        hosts.stream().filter(host -> !HOST.matcher(host).matches()).findFirst().ifPresent(wrong -> {
            throw new Refused("programme.refused.host", wrong).at("hosts");
        });
        if (hosts.size() > MOST || String.join("\n", hosts).length() > LONGEST) {
            throw new Refused("programme.refused.hosts", MOST, LONGEST).at("hosts");
        }
        return hosts.isEmpty() ? STANDARD : hosts;
    }
}
