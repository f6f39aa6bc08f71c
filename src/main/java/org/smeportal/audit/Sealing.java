package org.smeportal.audit;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.logging.Level;
import java.util.logging.Logger;

/** One run of the sealing job: batch by batch until nothing is left; then the log keeps where the chain ends. */
@Dependent
public class Sealing {
    private static final Logger LOG = Logger.getLogger(Sealing.class.getName());

    private final SealTrail seal;
    private final AuditQueries audit;
    private final Clock clock;

    @Inject
    Sealing(SealTrail seal, AuditQueries audit, Clock clock) {
        this.seal = seal;
        this.audit = audit;
        this.clock = clock;
    }

    public void run() {
        Instant begun = clock.instant();
        long last = 0;
        for (OptionalLong sealed = seal.next(last); sealed.isPresent(); sealed = seal.next(last)) {
            last = sealed.getAsLong();
        }
        seal.complete(begun);
        if (last > 0) {
            TrailHead head = audit.head();
            LOG.log(Level.INFO, () -> "Audit trail sealed to position " + head.position() + ", hash " + head.hash());
        }
    }
}
