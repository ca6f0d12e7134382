/** One's own account. */
export const account = {
  language: "Language",
  "language.browser": "As the browser asks",
  "language.note": "wherever you sign in",
} as const;
