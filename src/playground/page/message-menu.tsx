import type { VNode } from 'preact';
import type { MessageView } from '../message-view.js';
import { connection } from './connection.js';
import type { Place } from './floating.js';
import { Floating } from './floating.js';
import { Icon } from './icon.js';
import { openGuild, worldNow } from './look-up.js';

/** Emojis that are offered for reactions. */
const EMOJIS = ['👍', '👎', '❤️', '😄', '🎉', '😮', '🚀', '👀', '✅', '❌', '🔥', '🙏'];

/** What can be done with a message: the context menu. */
export function MessageMenu({ message, place, onClose, onEdit }: MessageMenuProps): VNode {
  const world = worldNow();
  const isOwn = message.author.id === world?.viewerId;
  const commands = world?.commands.filter(({ type }) => type === 3) ?? [];
  const run = (act: () => unknown) => () => {
    onClose();
    void act();
  };
  const startThread = async (): Promise<void> => {
    const name =
      message.content
        .replace(/[*_~`>#|]/g, '')
        .trim()
        .split('\n')[0]
        ?.slice(0, 40) || 'New thread';
    const { channelId } = await connection.do('thread', { messageId: message.id, name });
    if (channelId !== undefined) await connection.do('view', { channelId });
  };
  return (
    <Floating place={place} label="Message actions" onClose={onClose}>
      <div class="emoji-row">
        {EMOJIS.map((emoji) => (
          <button
            key={emoji}
            type="button"
            aria-label={`React with ${emoji}`}
            onClick={run(() => connection.do('react', { messageId: message.id, emoji, isAdded: true }))}
          >
            {emoji}
          </button>
        ))}
      </div>
      <div class="menu">
        {!message.isEphemeral && (
          <button type="button" onClick={run(() => connection.set({ replyTo: message }))}>
            Reply <Icon name="reply" size={16} />
          </button>
        )}
        {!message.thread && !message.isEphemeral && openGuild() && (
          <button type="button" onClick={run(startThread)}>
            Create thread <Icon name="thread" size={16} />
          </button>
        )}
        {isOwn && (
          <button type="button" onClick={run(onEdit)}>
            Edit message <Icon name="edit" size={16} />
          </button>
        )}
        <button type="button" onClick={run(() => navigator.clipboard.writeText(message.id))}>
          Copy message id
        </button>
        <button
          type="button"
          class="danger"
          onClick={run(() => connection.do('delete', { messageId: message.id }))}
        >
          {message.isEphemeral ? 'Dismiss' : 'Delete message'} <Icon name="trash" size={16} />
        </button>
        {commands.length > 0 && <h4>Apps</h4>}
        {commands.map(({ id, name, isAllowed }) => (
          <button
            key={id}
            type="button"
            disabled={!isAllowed}
            onClick={run(() => connection.do('messageCommand', { name, messageId: message.id }))}
          >
            {name}
          </button>
        ))}
      </div>
    </Floating>
  );
}

interface MessageMenuProps {
  readonly message: MessageView;
  readonly place: Place;
  readonly onClose: () => void;
  readonly onEdit: () => void;
}
