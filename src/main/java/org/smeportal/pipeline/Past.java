package org.smeportal.pipeline;

/**
 * What became of items so far.
 *
 * @param begun items whose first writing is over, whether or not they were handed in
 * @param handedIn those of them that were handed in at least once
 * @param through got through the review and stand, or stood until they retired
 * @param fell were handed in and rejected, taken back or ended as duplicates
 * @param seats taken in workshops that are over and brought items
 * @param brought items that were handed in from these workshops
 */
public record Past(int begun, int handedIn, int through, int fell, int seats, int brought) {
    /** With fewer items a share says nothing. */
    public static final int FEWEST = 20;

    public static final Past NOTHING = new Past(0, 0, 0, 0, 0, 0);

    public Past plus(Past other) {
        return new Past(
                begun + other.begun,
                handedIn + other.handedIn,
                through + other.through,
                fell + other.fell,
                seats + other.seats,
                brought + other.brought);
    }

    public int decided() {
        return through + fell;
    }

    /** As long as nothing got through, only those are decided that fell early. */
    public boolean isEnough() {
        return decided() >= FEWEST && through > 0;
    }

    /** Of the decided items. */
    public double share() {
        return decided() == 0 ? 0 : (double) through / decided();
    }

    /** Of the begun items that were handed in. */
    public double finished() {
        return begun == 0 ? 0 : (double) handedIn / begun;
    }

    public boolean hasPace() {
        return seats > 0 && brought >= FEWEST;
    }

    /** Items that a seat brings. */
    public double pace() {
        return seats == 0 ? 0 : (double) brought / seats;
    }
}
