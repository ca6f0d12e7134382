/** What the card of a command says of its own. */
export const COMMAND_FACE_TEXTS = {
  "command.asSent": "command as sent",
  "command.command": "Command",
  "command.in": "In",
  "command.stepsInOrder": "steps in order",
  "command.undo.looks": "Nothing to undo: it only looks",
  "command.undo.none": "No way back is known for this command",
  "command.undo.rollback": "Rolled back by: {commands}",
  "command.undo.unread": "Unknown: the command could not be read",
  "command.variables": "Variables",
  "command.unread.argument": "command: no one argument that holds it",
  "command.unread.nothing": "command: nothing that runs",
} as const;
