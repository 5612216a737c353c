import type { VNode } from 'preact';
import type { MessageView } from '../message-view.js';
import { emojiText } from './component-tree.js';
import { connection } from './connection.js';

/** Poll of a message, with the votes so far. */
export function Poll({ message }: { readonly message: MessageView }): VNode | null {
  const { poll } = message;
  if (!poll) return null;
  const { results, answers, allow_multiselect: takesSeveral } = poll;
  const countOf = (id: number): number => results.answer_counts.find((count) => count.id === id)?.count ?? 0;
  const mine = results.answer_counts.filter(({ me_voted: isMine }) => isMine).map(({ id }) => id);
  const total = results.answer_counts.reduce((sum, { count }) => sum + count, 0);
  const vote = (id: number): void => {
    const rest = mine.filter((other) => other !== id);
    const isMine = rest.length < mine.length;
    const answerIds = isMine ? rest : takesSeveral ? [...mine, id] : [id];
    void connection.do('vote', { messageId: message.id, answerIds });
  };
  return (
    <fieldset class="poll" disabled={results.is_finalized}>
      <legend>{poll.question.text}</legend>
      <small>{takesSeveral ? 'Select one or more answers' : 'Select one answer'}</small>
      {answers.map(({ answer_id: id, poll_media: media }) => {
        const share = total === 0 ? 0 : Math.round((countOf(id) / total) * 100);
        return (
          <button
            key={id}
            type="button"
            class={`answer ${mine.includes(id) ? 'mine' : ''}`}
            aria-pressed={mine.includes(id)}
            onClick={() => vote(id)}
          >
            <span class="share" style={{ width: `${share}%` }} />
            <span>
              {media.emoji && `${emojiText(media.emoji)} `}
              {media.text}
            </span>
            <span class="count">{total > 0 && `${share}% · ${countOf(id)}`}</span>
          </button>
        );
      })}
      <small>
        {total} {total === 1 ? 'vote' : 'votes'} ·{' '}
        {results.is_finalized ? 'Poll closed' : `Ends ${new Date(poll.expiry).toLocaleString()}`}
      </small>
    </fieldset>
  );
}
