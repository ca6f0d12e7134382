export const WORDS_TO_COME: readonly string[];
export const WORDS_IN_ENGLISH: readonly string[];
