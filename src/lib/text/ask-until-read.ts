/**
 * Ask until the answer can be read, so that one slip loses nothing typed before.
 *
 * @param ask Puts the question; rejects when the person stops.
 * @param read Throws on what it cannot read.
 * @param tell Says why an answer was not taken; throws what is no fault of the answer.
 * @returns The first answer that can be read.
 */
export async function askUntilRead<T>(
  ask: () => Promise<string>,
  read: (answer: string) => T,
  tell: (reason: unknown) => void,
): Promise<T> {
  for (;;) {
    const answer = await ask();
    try {
      return read(answer);
    } catch (reason) {
      tell(reason);
    }
  }
}
