/** The header of what an open tab asks by itself: such a request keeps no session alive that nobody uses. */
export const UNATTENDED_HEADER = "countersign-unattended";
