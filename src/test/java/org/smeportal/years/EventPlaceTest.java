package org.smeportal.years;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.smeportal.events.Modality;

/** R8.3: the cities of a year, from what an event keeps of its venue. */
class EventPlaceTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Broadway, Nashville, Tennessee | CITY | Nashville",
                "Cais do Sodré, Lisbon | CITY | Lisbon",
                "Invalidenstraße 116, 10115 Berlin, Germany | CITY | Berlin",
                "Nashville | VENUE | River House",
                "12 Main Street, Suite 5, Seattle, WA 98101, USA | VENUE | River House",
                "Main Street, 98101 | VENUE | River House"
            })
    void theCityIsTakenFromAnAddressThatSaysItElseTheVenueIsNamed(String address, EventPlace.Type type, String name) {
        assertThat(EventPlace.of(Modality.IN_PERSON, null, "River House", address))
                .isEqualTo(new EventPlace(type, name));
    }

    @Test
    void whoHadAVirtualSeatAtAHybridEventWasOnline() {
        assertThat(EventPlace.of(Modality.HYBRID, Modality.VIRTUAL, "River House", "Broadway, Nashville")
                        .isVirtual())
                .isTrue();
        assertThat(EventPlace.of(Modality.HYBRID, Modality.IN_PERSON, "River House", "Broadway, Nashville")
                        .name())
                .isEqualTo("Nashville");
    }

    /** R2.4: an event that went virtual was online, whatever venue it still names. */
    @Test
    void aVirtualEventWasOnlineForEverybody() {
        assertThat(EventPlace.of(Modality.VIRTUAL, Modality.IN_PERSON, "River House", null)
                        .isVirtual())
                .isTrue();
        assertThat(EventPlace.of(Modality.IN_PERSON, null, null, null))
                .isEqualTo(new EventPlace(EventPlace.Type.IN_PERSON, null));
    }
}
