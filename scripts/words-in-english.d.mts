export const WORDS_IN_ENGLISH: readonly string[];
