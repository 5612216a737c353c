/**
 * Waits on real time for something in another process.
 *
 * Looks every few milliseconds; fails after 30 s, or as soon as `giveUp`, where given, says why it will never be.
 */
export async function until(
  what: string,
  isSo: () => boolean,
  giveUp: () => string | undefined = () => undefined,
): Promise<void> {
  const deadline = Date.now() + 30_000;
  while (!isSo()) {
    const reason = giveUp() ?? (Date.now() > deadline ? '30 s have passed' : undefined);
    if (reason !== undefined) throw new Error(`Gave up waiting until ${what}: ${reason}.`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
