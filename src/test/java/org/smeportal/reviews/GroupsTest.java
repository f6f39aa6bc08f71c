package org.smeportal.reviews;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The people of an event as groups of at least four (R6.1). */
class GroupsTest {
    private static List<ReviewQueries.Seat> seats(int count, java.util.function.LongFunction<@Nullable Long> room) {
        return LongStream.rangeClosed(1, count)
                .mapToObj(account -> new ReviewQueries.Seat(account, room.apply(account)))
                .toList();
    }

    @Test
    void theRoomsAreTheGroupsWhenEverybodySitsInOne() {
        List<ReviewQueries.Seat> seats = seats(8, account -> account % 2);
        assertThat(Groups.isSeated(seats, 2)).isTrue();
        assertThat(Groups.of(seats, 2, 7))
                .extracting(Groups.Group::room, Groups.Group::accounts)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(0L, List.of(2L, 4L, 6L, 8L)),
                        org.assertj.core.groups.Tuple.tuple(1L, List.of(1L, 3L, 5L, 7L)));
    }

    @Test
    void aDrawSeatsEverybodyOnceWhenTheRoomsAreNotAsManyOrSomebodyHasNone() {
        List<ReviewQueries.Seat> seats = seats(9, account -> account == 9 ? null : account % 2);
        assertThat(Groups.isSeated(seats, 2)).isFalse();
        List<Groups.Group> groups = Groups.of(seats, 2, 7);
        assertThat(groups).extracting(Groups.Group::room).containsOnlyNulls();
        assertThat(groups.stream().flatMap(group -> group.accounts().stream()))
                .containsExactlyInAnyOrder(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L);
        assertThat(groups).allMatch(Groups.Group::isLargeEnough);
    }

    @Test
    void soManyGroupsAsFoursFitIntoTheSeats() {
        assertThat(List.of(Groups.most(3), Groups.most(4), Groups.most(11), Groups.most(12)))
                .containsExactly(0, 1, 2, 3);
        assertThat(Groups.of(seats(7, account -> null), 2, 1)).anyMatch(group -> !group.isLargeEnough());
    }
}
