package org.smeportal.events;

/** The seats of one modality. */
public record PoolRow(long id, Modality modality, int capacity, int taken, int waiting) {

    public int free() {
        return capacity - taken;
    }
}
