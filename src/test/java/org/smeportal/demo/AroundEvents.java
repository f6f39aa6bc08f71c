package org.smeportal.demo;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.smeportal.platform.Sql;
import org.smeportal.practical.PracticalFacts;
import org.smeportal.practical.WritePractical;
import org.smeportal.security.Caller;
import org.smeportal.security.Role;
import org.smeportal.smes.Need;
import org.smeportal.smes.TellNeeds;
import org.smeportal.tasks.AskForTask;
import org.smeportal.tasks.TellTask;
import org.smeportal.tasks.Work;
import org.smeportal.testing.Rig;

/** What surrounds the events of the present: needs, practical pages, a travel note, tasks. */
final class AroundEvents {
    private final Rig rig;
    private final Caller pm;

    AroundEvents(Rig rig, Caller pm) {
        this.rig = rig;
        this.pm = pm;
    }

    void tell(UUID city, UUID online, UUID sme, LocalDate day) {
        needs(city);
        write(
                city,
                new PracticalFacts(
                        "The blue doors of the conference house, on the river side.",
                        "Priya Nair",
                        "+351 21 555 01 00",
                        "Bring an identity card. Reception gives you a badge; we are on the second floor, and the lift is"
                                + " behind the café.\n\nThe Wi-Fi needs no password.",
                        "Coffee from 08:30, lunch at 12:30, dinner together on the first evening.",
                        "Tram 15 stops at the door. The Hotel Ribeira holds rooms under “SME Portal” until two weeks before.",
                        null,
                        null));
        write(
                online,
                new PracticalFacts(
                        null,
                        "Tomasz Lewandowski",
                        "+48 22 555 01 00",
                        null,
                        null,
                        null,
                        "The link opens fifteen minutes before the start. Use your full name, and have the blueprint at"
                                + " hand.",
                        "Camera, microphone and a second window for the desk. Tomasz is in the room half an hour before,"
                                + " for whoever wants to try."));
        UUID traveller = UUID.fromString((String) rig.rows("""
                        select s.public_id from invitation i join sme s on s.id = i.sme_id
                        join event e on e.id = i.event_id
                        where e.public_id = ?1 and i.status = 'ACCEPTED' order by s.id limit 1""", city.toString()).get(0));
        rig.as(
                pm,
                () -> rig.get(WritePractical.class)
                        .note(new WritePractical.Note(
                                city,
                                traveller,
                                "Your train arrives at 18:05 in Santa Apolónia.\nRoom 204 is yours for two nights.")));
        tasks(sme, day);
    }

    private void needs(UUID event) {
        List<Set<Need>> all = List.of(
                Set.of(Need.VEGETARIAN),
                Set.of(Need.VEGAN, Need.NO_NUTS),
                Set.of(Need.STEP_FREE),
                Set.of(Need.VEGETARIAN, Need.QUIET_ROOM));
        int next = 0;
        for (Object row : rig.rows("""
                select s.account_id, s.name, s.zone from invitation i join sme s on s.id = i.sme_id
                join event e on e.id = i.event_id where e.public_id = ?1 and i.status = 'ACCEPTED' order by s.id""", event.toString())) {
            Object[] person = (Object[]) row;
            Set<Need> needs = all.get(next++ % all.size());
            rig.as(
                    sme(person),
                    () -> rig.get(TellNeeds.class)
                            .tell(new TellNeeds.Told(
                                    needs,
                                    needs.contains(Need.NO_NUTS) ? "Sesame does not agree with me either." : null,
                                    null)));
        }
    }

    private void write(UUID event, PracticalFacts facts) {
        rig.as(pm, () -> rig.get(WritePractical.class).write(new WritePractical.Page(event, 0, facts)));
    }

    private void tasks(UUID sme, LocalDate day) {
        Object[] person =
                (Object[]) rig.rows("select account_id, name, zone from sme where public_id = ?1", sme.toString())
                        .get(0);
        rig.as(
                pm,
                () -> rig.get(AskForTask.class)
                        .ask(new AskForTask.Asked(
                                sme,
                                new Work(
                                        "Check the references of ten items",
                                        "Does each link still open, and does the page still say it?",
                                        null),
                                day.plusDays(12))));
        rig.as(
                sme(person),
                () -> rig.get(TellTask.class)
                        .tell(new TellTask.Told(
                                UUID.randomUUID(),
                                new Work("Looked through the new exam guide", null, null),
                                day.minusDays(20),
                                "2:30")));
        rig.as(
                pm,
                () -> rig.get(AskForTask.class)
                        .record(new AskForTask.Recorded(
                                sme,
                                new Work("Talk about item writing at a meetup", null, null),
                                day.minusDays(40),
                                "1.5")));
    }

    private static Caller sme(Object[] person) {
        return new Caller(Sql.number(person[0]), (String) person[1], ZoneId.of((String) person[2]), Set.of(Role.SME));
    }
}
