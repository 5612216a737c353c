import type { VNode } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { MessageView } from '../message-view.js';
import { usePage } from './connection.js';
import { nameOf, openChannel, userOf, worldNow } from './look-up.js';
import { Dots, Message } from './message.js';

const GROUP_MS = 7 * 60_000;
const NEAR_END_PX = 160;

/** Messages of the open channel; keeps to the end unless somebody scrolled up. */
export function MessageList(): VNode {
  const { messages, channelId } = usePage();
  const list = useRef<HTMLDivElement>(null);
  const isAtEnd = useRef(true);
  useLayoutEffect(() => {
    isAtEnd.current = true;
  }, [channelId]);
  useLayoutEffect(() => {
    if (isAtEnd.current && list.current) list.current.scrollTop = list.current.scrollHeight;
  }, [messages]);
  const channel = openChannel();
  const direct = worldNow()?.directs.find(({ id }) => id === channelId);
  const name = direct ? nameOf(direct.userId) : `#${channel?.name ?? ''}`;
  return (
    <div
      class="messages"
      ref={list}
      onScroll={({ currentTarget: box }) => {
        isAtEnd.current = box.scrollHeight - box.scrollTop - box.clientHeight < NEAR_END_PX;
      }}
    >
      <ol aria-label={`Messages in ${name}`} aria-live="polite">
        <li class="beginning">
          <h2>{direct ? name : `Welcome to ${name}`}</h2>
          <p>
            {direct ? 'Direct messages' : 'This is where it starts.'}
            {!direct && channel?.topic ? ` ${channel.topic}.` : ''}
          </p>
        </li>
        {messages.map((message, index) => (
          <Message key={message.id} message={message} isFollowing={follows(message, messages[index - 1])} />
        ))}
      </ol>
    </div>
  );
}

function follows(message: MessageView, before: MessageView | undefined): boolean {
  return (
    before !== undefined &&
    message.type === 0 &&
    before.author.id === message.author.id &&
    before.isEphemeral === message.isEphemeral &&
    Date.parse(message.timestamp) - Date.parse(before.timestamp) < GROUP_MS
  );
}

/** Who is typing in the open channel. */
export function TypingLine(): VNode {
  const { typing, channelId } = usePage();
  const viewerId = worldNow()?.viewerId;
  const names = [...typing.keys()]
    .map((key) => key.split('/'))
    .filter(([place, id]) => place === channelId && id !== viewerId && userOf(id ?? ''))
    .map(([, id]) => nameOf(id ?? ''));
  return (
    <div class="typing" aria-live="polite">
      {names.length > 0 && (
        <>
          <Dots /> <b>{names.join(', ')}</b> {names.length === 1 ? 'is' : 'are'} typing…
        </>
      )}
    </div>
  );
}
