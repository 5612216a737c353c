/**
 * Custom ids of modals, and of the buttons that open them again:
 *
 *     ~^feedback            goes to the method with @OnSubmit
 *     ~^feedback:k3f9a2     goes to whoever asked
 *     ~&k3f9a2              opens a modal again
 */
const MODAL = '~^';
const RETRY = '~&';

/** Custom id of a modal; `question` names the one who waits. */
export function writeModalId(modalId: string, question: string | undefined): string {
  return question === undefined ? `${MODAL}${modalId}` : `${MODAL}${modalId}:${question}`;
}

/** Parts of a custom id of a modal; `undefined` when it is none of ours. */
export function readModalId(
  customId: string,
): { readonly modalId: string; readonly question?: string } | undefined {
  if (!customId.startsWith(MODAL)) return undefined;
  const [modalId = '', question] = customId.slice(MODAL.length).split(':', 2);
  return question === undefined ? { modalId } : { modalId, question };
}

/** Custom id of a button that opens a modal again. */
export function writeRetryId(key: string): string {
  return `${RETRY}${key}`;
}

/** Key in a custom id of such a button; `undefined` when it is another's. */
export function readRetryId(customId: string): string | undefined {
  return customId.startsWith(RETRY) ? customId.slice(RETRY.length) : undefined;
}
