package io.vigie.retention.dispatch;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.parameter.ParticipationStatus;
import biweekly.property.Attendee;
import biweekly.property.Method;
import biweekly.property.Organizer;
import biweekly.property.Status;
import io.vigie.retention.letters.Visit;
import java.time.Instant;
import java.util.Date;
import java.util.stream.Stream;

/** A visit as calendars read it (iCalendar, RFC 5545 and 5546). */
final class Invitation {
    private Invitation() {}

    /**
     * The calendar entry: asked for, changed by a higher sequence, or called off.
     *
     * @param organizer the company's e-mail address
     */
    static String of(Visit visit, String summary, String organizer, Instant now) {
        VEvent event = new VEvent();
        event.setUid(visit.task() + "@vigie");
        event.setSequence(visit.sequence());
        event.setDateTimeStamp(Date.from(now));
        event.setDateStart(Date.from(visit.start()));
        event.setDateEnd(Date.from(visit.end()));
        event.setSummary(summary);
        event.setLocation(visit.place());
        event.setOrganizer(new Organizer(null, organizer));
        event.setStatus(visit.cancelled() ? Status.cancelled() : Status.confirmed());
        Stream.concat(Stream.of(visit.host()), visit.guests().stream()).forEach(address -> {
            Attendee attendee = new Attendee(null, address);
            attendee.setParticipationStatus(ParticipationStatus.NEEDS_ACTION);
            attendee.setRsvp(true);
            event.addAttendee(attendee);
        });
        ICalendar calendar = new ICalendar();
        calendar.setProductId("-//Vigie//retention//EN");
        calendar.setMethod(visit.cancelled() ? Method.cancel() : Method.request());
        calendar.addEvent(event);
        return Biweekly.write(calendar).go();
    }

    static String type(Visit visit) {
        return "text/calendar; charset=UTF-8; method=" + (visit.cancelled() ? "CANCEL" : "REQUEST");
    }
}
