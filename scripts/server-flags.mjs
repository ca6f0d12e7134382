/**
 * How Node.js runs the built server; `npm start` spells the same. Young objects get 64 MB instead of 16: under load each of them lives about as
 * long as a commit takes, and what is still alive when the space is full is copied, and then kept until the next major collection. The space
 * starts at 1 MB and grows only under load.
 */
export const SERVER_FLAGS = ["--max-semi-space-size=64"];
