/** Ten items before the real ones. */
export const warmUp = {
  title: "Warm-up",
  before: "Ten to warm up",
  "before.says":
    "Half of them have something wrong put in. You are told right after each. Nothing here runs, nothing counts for any agent, and only you see how it went. It takes about 90 seconds.",
  skip: "Skip, I did one today",
  begin: "Begin",
  after: "Caught {caught, number} of {bad, number}",
  "after.says":
    "Of {good, number} with nothing wrong, {approved, number} were approved. It stands on your account, where only you see it.",
  asks: "A warm-up asks for one of two answers: approve or reject.",
  noEvidence: "The evidence is not shown in a warm-up.",
  refused: "Not counted: <why>{says}</why>",
  unreached: "Not counted: the server cannot be reached",
  next: "Next",
  "told.caught": "Caught: {wrong}.",
  "told.missed": "Missed: {wrong}.",
  "told.right": "Right: nothing was wrong with it.",
  "told.fine": "Nothing was wrong with it: it is what somebody approved.",
  tooLittle: "There is too little to warm up with yet",
  "tooLittle.says": "Items are made of what people approved in the last 30 days: at least ten are needed.",
  toQueue: "Back to the queue",
} as const;
