package org.smeportal.reviews;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** How the people of an event become groups: those who sit in its rooms, when everybody sits in one; else a draw. */
final class Groups {
    private Groups() {}

    /** {@code room} null where the group has none. */
    record Group(@Nullable Long room, List<Long> accounts) {
        boolean isLargeEnough() {
            return accounts.size() >= ScheduleReview.SMALLEST_GROUP;
        }
    }

    /** So many groups that are large enough the seats allow. */
    static int most(int seats) {
        return seats / ScheduleReview.SMALLEST_GROUP;
    }

    static List<Group> of(List<ReviewQueries.Seat> seats, int wanted, long seed) {
        Map<Long, List<Long>> rooms = rooms(seats);
        if (isSeated(seats, wanted)) {
            return rooms.entrySet().stream()
                    .map(room -> new Group(room.getKey(), room.getValue()))
                    .toList();
        }
        return Deal.people(seats.stream().map(ReviewQueries.Seat::account).toList(), wanted, seed).stream()
                .map(people -> new Group(null, people))
                .toList();
    }

    /** Everybody sits in one of as many rooms as groups are wanted. */
    static boolean isSeated(List<ReviewQueries.Seat> seats, int wanted) {
        Map<Long, List<Long>> rooms = rooms(seats);
        return rooms.size() == wanted
                && rooms.values().stream().mapToInt(List::size).sum() == seats.size();
    }

    private static Map<Long, List<Long>> rooms(List<ReviewQueries.Seat> seats) {
        Map<Long, List<Long>> rooms = new TreeMap<>();
        seats.stream()
                .filter(seat -> seat.room() != null)
                .forEach(seat -> rooms.computeIfAbsent(Objects.requireNonNull(seat.room()), none -> new ArrayList<>())
                        .add(seat.account()));
        return rooms;
    }
}
