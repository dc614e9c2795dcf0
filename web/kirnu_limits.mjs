// What the core takes at once.

/** Lists that are compared: earlier, later, still earlier. */
export const kMostFiles = 3;
