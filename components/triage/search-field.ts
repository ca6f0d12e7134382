/** The id of the field that the list is searched with: the key for it leads there from anywhere on the desk. */
export const SEARCH_FIELD = "queue-search";
