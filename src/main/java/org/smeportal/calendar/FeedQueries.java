package org.smeportal.calendar;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.smeportal.events.EventCard;
import org.smeportal.events.EventDirectory;
import org.smeportal.events.EventStatus;
import org.smeportal.events.SessionRow;
import org.smeportal.invitations.InvitationCalendar;
import org.smeportal.invitations.InvitationEntries;
import org.smeportal.platform.PortalConfig;
import org.smeportal.platform.Queries;
import org.smeportal.platform.Sql;
import org.smeportal.platform.Text;
import org.smeportal.security.LinkTokens;
import org.smeportal.security.Role;

/** Feeds: the addresses of an account, and what stands behind an address (R2.6). */
@Queries
public class FeedQueries {

    /** How far back a feed reaches; everything that is to come is in it. */
    private static final Duration PAST = Duration.ofDays(366);
    /** What was cancelled stays, as cancelled, so long after its last day; then every calendar has heard of it. */
    private static final Duration CANCELLED = Duration.ofDays(30);

    private static final int MOST = 2000;

    private final EntityManager entityManager;
    private final FeedLinks links;
    private final InvitationEntries invitations;
    private final InvitationCalendar calendar;
    private final EventDirectory events;
    private final Text text;
    private final PortalConfig config;
    private final Clock clock;

    @Inject
    public FeedQueries(
            EntityManager entityManager,
            FeedLinks links,
            InvitationEntries invitations,
            InvitationCalendar calendar,
            EventDirectory events,
            Text text,
            PortalConfig config,
            Clock clock) {
        this.entityManager = entityManager;
        this.links = links;
        this.invitations = invitations;
        this.calendar = calendar;
        this.events = events;
        this.text = text;
        this.config = config;
        this.clock = clock;
    }

    /** A feed that an account has: its private address, and since when it is this one. */
    public record Own(FeedKind kind, String url, Instant madeAt) {}

    private record Feed(FeedKind kind, long accountId) {}

    public List<Own> of(long accountId) {
        return Sql.rows(entityManager
                        .createNativeQuery("select kind, id, nonce, made_at from calendar_feed where account_id = ?1")
                        .setParameter(1, accountId))
                .map(row -> new Own(
                        FeedKind.valueOf((String) row[0]),
                        links.url(Sql.number(row[1]), (String) row[2]),
                        Sql.instant(row[3])))
                .toList();
    }

    /** The iCalendar stream behind a token; empty when it is unknown, revoked, or its owner may not see it any more. */
    public Optional<String> content(@Nullable String token) {
        return links.open(token).flatMap(this::feed).map(feed -> {
            List<InvitationCalendar.Entry> entries = feed.kind() == FeedKind.OWN ? own(feed.accountId()) : programme();
            return calendar.publish(text.of("calendar.feed.name." + feed.kind().name()), entries);
        });
    }

    private Optional<Feed> feed(LinkTokens.Opened opened) {
        return Sql.rows(entityManager
                        .createNativeQuery("""
                                select f.kind, f.account_id,
                                    (select group_concat(r.role) from account_role r where r.account_id = a.id) as roles
                                from calendar_feed f join account a on a.id = f.account_id
                                where f.id = ?1 and f.nonce = ?2 and a.state = 'ACTIVE'""")
                        .setParameter(1, opened.subject())
                        .setParameter(2, opened.nonce()))
                .filter(row -> FeedKind.valueOf((String) row[0]).permission().isGrantedTo(roles(row[2])))
                .map(row -> new Feed(FeedKind.valueOf((String) row[0]), Sql.number(row[1])))
                .findFirst();
    }

    private static Set<Role> roles(@Nullable Object joined) {
        return joined == null
                ? Set.of()
                : Arrays.stream(joined.toString().split(","))
                        .map(Role::valueOf)
                        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Role.class)));
    }

    private List<InvitationCalendar.Entry> own(long accountId) {
        Instant cancelled = clock.instant().minus(CANCELLED);
        return invitations.ofAccount(accountId, clock.instant().minus(PAST), MOST).stream()
                .filter(entry -> isKept(entry.event(), cancelled))
                .toList();
    }

    /** An event has a UID of its own here: a programme manager may also be invited to it. */
    private List<InvitationCalendar.Entry> programme() {
        Instant cancelled = clock.instant().minus(CANCELLED);
        Map<Long, Instant> stamps = new LinkedHashMap<>();
        Sql.rows(entityManager
                        .createNativeQuery("""
                                select id, created_at from event
                                where ends_at > ?1 and status not in ('DRAFT', 'POSTPONED')
                                order by starts_at desc, id limit ?2""")
                        .setParameter(1, Sql.parameter(clock.instant().minus(PAST)))
                        .setParameter(2, MOST))
                .forEach(row -> stamps.put(Sql.number(row[0]), Sql.instant(row[1])));
        Map<Long, List<SessionRow>> sessions = events.sessions(stamps.keySet());
        return events.cards(stamps.keySet()).stream()
                .filter(event -> isKept(event, cancelled))
                .map(event -> entry(
                        event,
                        sessions.getOrDefault(event.id(), List.of()),
                        stamps.getOrDefault(event.id(), event.startsAt())))
                .toList();
    }

    private static boolean isKept(EventCard event, Instant cancelledSince) {
        return event.status() != EventStatus.CANCELLED || event.endsAt().isAfter(cancelledSince);
    }

    private InvitationCalendar.Entry entry(EventCard event, List<SessionRow> sessions, Instant stamp) {
        String what = text.ofConstant(event.kind()) + (event.examCode() == null ? "" : " · " + event.examCode());
        return new InvitationCalendar.Entry(
                event.publicId() + "@" + config.baseUrl().getHost(),
                event.sequence(),
                stamp,
                event,
                sessions,
                null,
                what + "\n" + InvitationEntries.agenda(event, sessions) + "\n\n"
                        + config.url("/app/events/event/" + event.publicId()),
                invitations.where(event, event.modality()));
    }
}
