/** What checks of a call of any tool say. */
export const TOOL_TEXTS = {
  "tool.anotherPlaceThanLast": "Another tenant or environment than the last approved call",
  "tool.argumentsAreUsualForThis": "Arguments are usual for this agent",
  "tool.asksToLeaveOutSafeguard": "Asks to leave out a safeguard",
  "tool.comparedWithLastApprovedCall": "Compared with the last approved call",
  "tool.countArgumentAllUsual": "+{count, plural, one {# argument} other {# arguments}}, all usual",
  "tool.doesNotFitToolsSchema": "Does not fit the tool’s schema",
  "tool.figureIsManyTimesLast": "A figure is {times} times the last approved one, or more",
  "tool.fitsToolsSchema": "Fits the tool’s schema",
  "tool.hasArgumentsThatToolsSchema": "Has arguments that the tool’s schema does not name",
  "tool.hostThatLastDidNotHave": "Leads to a host that the last approved call did not have",
  "tool.noApprovedCallThisTool": "no approved call of this tool to compare with",
  "tool.twoValuesChangedPlacesSinceLast": "Two values changed places since the last approved call",
} as const;
