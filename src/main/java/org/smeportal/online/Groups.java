package org.smeportal.online;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Spreads people over groups at random, so that in the end no group has more than one person more than it must. */
final class Groups {

    private Groups() {}

    /** {@code sizes}: how many sit in each group already. Answers the group of each person. */
    static Map<Long, Long> spread(List<Long> people, Map<Long, Integer> sizes, Random random) {
        List<Long> order = new ArrayList<>(people);
        Collections.shuffle(order, random);
        Map<Long, Integer> filled = new HashMap<>(sizes);
        List<Long> rooms = new ArrayList<>(sizes.keySet());
        Collections.shuffle(rooms, random);
        Map<Long, Long> groups = new HashMap<>();
        for (Long person : order) {
            Long room = rooms.stream()
                    .min(Comparator.comparing(one -> filled.getOrDefault(one, 0)))
                    .orElseThrow();
            filled.merge(room, 1, Integer::sum);
            groups.put(person, room);
        }
        return groups;
    }
}
