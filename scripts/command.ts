/** A sentence for the person at the keyboard instead of an answer. */
export class UsageError extends Error {}

/**
 * Do what a command does; tell the person at the keyboard what was not understood, with the help.
 *
 * @returns Exit code of the work; 2 after a {@link UsageError}.
 */
export async function runCommand(help: string, work: () => Promise<number>): Promise<number> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    console.error(`${error.message}\n\n${help}`);
    return 2;
  }
}
