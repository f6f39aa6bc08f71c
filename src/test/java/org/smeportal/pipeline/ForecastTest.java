package org.smeportal.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What will probably stand after the coming workshops (R8.2): shares of the past, targets, seats. */
class ForecastTest {
    private static final Instant MARCH = Instant.parse("2020-03-10T16:00:00Z");
    private static final Instant APRIL = Instant.parse("2020-04-10T16:00:00Z");
    /** Of 40 begun 32 were handed in, of 30 decided 18 got through. */
    private static final Past OWN = new Past(40, 32, 18, 12, 0, 0);

    @Test
    void whatGotThroughCountsInFullAndTheRestByTheSharesOfThePast() {
        Forecast.Line line = only(List.of(place(1, 20, 5, 10, 4)), List.of(), OWN);
        assertThat(line.fromDrafts()).isEqualTo(5 * 0.8 * 0.6, within(1e-9));
        assertThat(line.fromWay()).isEqualTo(6, within(1e-9));
        assertThat(line.expected()).as("4 + 6 + 2.4").isEqualTo(12);
        assertThat(line.missing()).isEqualTo(8);
    }

    @Test
    void moreHandedInThanWantedCanStillBeShort() {
        Forecast forecast = Forecast.of(List.of(place(1, 10, 0, 12, 0)), List.of(), OWN, OWN);
        assertThat(forecast.missingNow()).isZero();
        assertThat(forecast.missing()).isEqualTo(3);
    }

    @Test
    void withoutAPaceAWorkshopBringsWhatItsTargetsAskForMinusWhatIsWritten() {
        Forecast forecast = Forecast.of(
                List.of(place(1, 0, 0, 0, 0), place(2, 0, 0, 0, 0)),
                List.of(coming(1, 10, 1, 6, 2), coming(1, 10, 2, 4, 9), coming(2, 8, 1, 0, 0), coming(2, 8, 2, 0, 0)),
                OWN,
                OWN);
        assertThat(forecast.lines()).extracting(Forecast.Line::toCome).containsExactly(4.0, 0.0);
        assertThat(forecast.workshops()).isEqualTo(2);
        assertThat(forecast.silent()).as("has neither targets nor a pace").isEqualTo(1);
        assertThat(forecast.until()).isEqualTo(APRIL);
    }

    @Test
    void withAPaceSeatsBringItemsSharedLikeTheTargetsAndNeverMoreThanTheyAskFor() {
        Past pace = new Past(40, 32, 18, 12, 20, 30);
        List<Forecast.Place> places = List.of(place(1, 0, 0, 0, 0), place(2, 0, 0, 0, 0));
        Forecast few = Forecast.of(places, List.of(coming(1, 4, 1, 9, 0), coming(1, 4, 2, 3, 1)), pace, pace);
        assertThat(few.lines()).extracting(Forecast.Line::toCome).containsExactly(4.5, 0.5);
        Forecast many = Forecast.of(places, List.of(coming(1, 40, 1, 9, 0), coming(1, 40, 2, 3, 0)), pace, pace);
        assertThat(many.lines()).extracting(Forecast.Line::toCome).containsExactly(9.0, 3.0);
        assertThat(many.silent()).isZero();
    }

    @Test
    void withAPaceAndNoTargetsTheWeightsOfTheDomainsShareOut() {
        Past pace = new Past(40, 32, 18, 12, 10, 20);
        Forecast forecast = Forecast.of(
                List.of(
                        new Forecast.Place(1, new BigDecimal("75"), 0, 0, 0, 0),
                        new Forecast.Place(2, new BigDecimal("25"), 0, 0, 0, 0)),
                List.of(coming(1, 10, 1, 0, 0), coming(1, 10, 2, 0, 0)),
                pace,
                pace);
        assertThat(forecast.lines()).extracting(Forecast.Line::toCome).containsExactly(15.0, 5.0);
    }

    @Test
    void anExamWithTooFewDecidedItemsIsMeasuredByAllAndWithoutThoseThereIsNoNumber() {
        Past few = new Past(20, 19, 19, 0, 10, 20);
        Past all = new Past(100, 90, 40, 40, 20, 60);
        List<Forecast.Place> places = List.of(place(1, 0, 0, 10, 0));
        Forecast measured = Forecast.of(places, List.of(), few, all);
        assertThat(measured.own()).isFalse();
        assertThat(measured.expected()).isEqualTo(5);
        assertThat(measured.pace()).as("enough items for a pace").isEqualTo(few);
        assertThat(Forecast.of(places, List.of(), new Past(20, 20, 19, 1, 0, 0), all)
                        .own())
                .isTrue();
        assertThat(Forecast.of(places, List.of(), few, few).isKnown()).isFalse();
        assertThat(Forecast.of(places, List.of(), Past.NOTHING, Past.NOTHING).isKnown())
                .isFalse();
    }

    @Test
    void aPastInWhichNothingGotThroughYetIsNone() {
        assertThat(new Past(60, 50, 0, 50, 0, 0).isEnough()).isFalse();
        assertThat(new Past(60, 50, 1, 50, 0, 0).isEnough()).isTrue();
    }

    @Test
    void aWorkshopThatBroughtFewItemsIsNoPace() {
        assertThat(new Past(1, 1, 0, 0, 15, 1).hasPace()).isFalse();
        assertThat(new Past(20, 20, 0, 0, 15, 20).hasPace()).isTrue();
        assertThat(Past.NOTHING.hasPace()).isFalse();
        Past thin = new Past(40, 32, 18, 12, 15, 1);
        Forecast forecast = Forecast.of(
                List.of(place(1, 0, 0, 0, 0)), List.of(coming(1, 10, 1, 0, 0), coming(2, 10, 1, 3, 0)), thin, thin);
        assertThat(forecast.lines()).extracting(Forecast.Line::toCome).containsExactly(3.0);
        assertThat(forecast.silent()).isEqualTo(1);
    }

    @Test
    void whatOneDomainHasTooManyOfFillsNoOther() {
        Forecast forecast = Forecast.of(List.of(place(1, 2, 0, 0, 9), place(2, 5, 0, 0, 1)), List.of(), OWN, OWN);
        assertThat(forecast.expected()).isEqualTo(10);
        assertThat(forecast.missing()).isEqualTo(4);
    }

    private static Forecast.Line only(List<Forecast.Place> places, List<Forecast.Coming> coming, Past past) {
        return Forecast.of(places, coming, past, past).lines().get(0);
    }

    private static Forecast.Place place(int domain, int wanted, int drafts, int onTheWay, int through) {
        return new Forecast.Place(domain, BigDecimal.TEN, wanted, drafts, onTheWay, through);
    }

    private static Forecast.Coming coming(long event, int seats, int domain, int wanted, int written) {
        return new Forecast.Coming(event, event == 1 ? MARCH : APRIL, seats, domain, wanted, written);
    }
}
