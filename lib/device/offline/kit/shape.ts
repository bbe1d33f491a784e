/** Rises when a kit is written differently; an older one on a device is then fetched anew. */
export const kitShape = 1;
