/** What has been answered so far; `closed` is a modal or a list of choices, after which only follow-ups remain. */
export type AnswerState =
  | 'unanswered'
  | 'deferredReply'
  | 'deferredUpdate'
  | 'replied'
  | 'updated'
  | 'closed';

/** How an interaction is acknowledged when its handler takes long. */
export type DeferKind = 'reply' | 'ephemeralReply' | 'update';

/** State of an answer that was edited: a deferral becomes what it was a promise of. */
export function editedState(state: AnswerState): AnswerState {
  if (state === 'deferredReply') return 'replied';
  return state === 'deferredUpdate' ? 'updated' : state;
}
