/** A failure that a person can mend. Its message is one plain Indonesian sentence or two. */
export class CommandError extends Error {
  override readonly name = "CommandError";
}

/** One whose cause passes without us, such as a full disk: the same start may work later. */
export class PassingCommandError extends CommandError {}

/**
 * Runs a command to its end: exit 0 or the code that it set, or exit 1 after the sentence of a CommandError. Anything else
 * is a defect and is shown whole.
 */
export async function runCommand(command: () => Promise<void>): Promise<never> {
  try {
    await command();
    // With what the command set: one that ran to its end may still have found something wrong.
    process.exit();
  } catch (error) {
    console.error(error instanceof CommandError ? error.message : error);
    process.exit(1);
  }
}
