import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { MessageView } from '../message-view.js';
import { Avatar } from './avatar.js';
import { Components, emojiText, FileCard } from './component-tree.js';
import { connection } from './connection.js';
import { Embed } from './embed.js';
import type { Place } from './floating.js';
import { placeOf } from './floating.js';
import { Icon } from './icon.js';
import { cssColor, memberOf, nameOf, userOf, worldNow } from './look-up.js';
import { Markdown } from './markdown.js';
import { MessageMenu } from './message-menu.js';
import { Picture } from './picture.js';
import { Poll } from './poll.js';
import { ProfileCard } from './profile-card.js';

const LOADING = 128;

/** One message; those that follow each other by the same author go without a head. */
export function Message({ message, isFollowing }: MessageProps): VNode {
  const [menu, setMenu] = useState<Place>();
  const [profile, setProfile] = useState<Place>();
  const [isEditing, setEditing] = useState(false);
  const { author, timestamp } = message;
  const name = nameOf(author.id, author.username);
  const viewerId = worldNow()?.viewerId ?? '';
  const isForViewer = message.mention_everyone || message.mentions.some(({ id }) => id === viewerId);
  const openMenu = (event: MouseEvent): void => {
    event.preventDefault();
    setMenu(placeOf(event));
  };
  const date = new Date(timestamp);
  const time = date.toLocaleTimeString(undefined, { hour: '2-digit', minute: '2-digit' });
  return (
    <li
      class={`message ${isFollowing ? 'following' : ''} ${message.isEphemeral ? 'ephemeral' : ''} ${isForViewer ? 'mentions-me' : ''}`}
      data-message-id={message.id}
      onContextMenu={openMenu}
    >
      {!isFollowing && <Context message={message} />}
      <div class="gutter">
        {isFollowing ? (
          <time dateTime={timestamp}>{time}</time>
        ) : (
          <button
            type="button"
            class="plain"
            aria-label={`Profile of ${name}`}
            onClick={(event) => setProfile(placeOf(event))}
          >
            <Avatar id={author.id} name={name} />
          </button>
        )}
      </div>
      <div class="message-body">
        {!isFollowing && (
          <header>
            <button
              type="button"
              class="plain author"
              style={{ color: cssColor(memberOf(author.id)?.color) }}
              onClick={(event) => setProfile(placeOf(event))}
            >
              {name}
            </button>
            {(author.bot || userOf(author.id)?.isBot) && <span class="badge">APP</span>}
            <time dateTime={timestamp} title={date.toLocaleString()}>
              {time}
            </time>
          </header>
        )}
        <Body message={message} isEditing={isEditing} onEdited={() => setEditing(false)} />
        {message.isEphemeral && (
          <p class="only-you">
            Only you can see this ·{' '}
            <button
              type="button"
              class="link-button"
              onClick={() => void connection.do('delete', { messageId: message.id })}
            >
              Dismiss message
            </button>
          </p>
        )}
      </div>
      <div class="message-tools">
        <button type="button" aria-label="Reply" onClick={() => connection.set({ replyTo: message })}>
          <Icon name="reply" size={18} />
        </button>
        <button type="button" aria-label="More actions" aria-haspopup="menu" onClick={openMenu}>
          <Icon name="more" size={18} />
        </button>
      </div>
      {menu && (
        <MessageMenu
          message={message}
          place={menu}
          onClose={() => setMenu(undefined)}
          onEdit={() => setEditing(true)}
        />
      )}
      {profile && <ProfileCard userId={author.id} place={profile} onClose={() => setProfile(undefined)} />}
    </li>
  );
}

interface MessageProps {
  readonly message: MessageView;
  readonly isFollowing: boolean;
}

/** What a message answers: another message, or the command that somebody used. */
function Context({ message }: { readonly message: MessageView }): VNode | null {
  const { referenced_message: referenced, interaction } = message;
  if (interaction !== undefined) {
    return (
      <div class="context">
        <Avatar id={interaction.user.id} name={nameOf(interaction.user.id)} size={16} />
        <span>
          <strong>{nameOf(interaction.user.id)}</strong> used{' '}
          <span class="command-name">{message.type === 20 ? `/${interaction.name}` : interaction.name}</span>
        </span>
      </div>
    );
  }
  if (referenced === undefined || message.type !== 19) return null;
  if (referenced === null) return <div class="context">Original message was deleted</div>;
  return (
    <div class="context">
      <Avatar id={referenced.author.id} name={nameOf(referenced.author.id)} size={16} />
      <strong>{nameOf(referenced.author.id, referenced.author.username)}</strong>
      <span class="context-text">{referenced.content || 'Click to see attachment'}</span>
    </div>
  );
}

function Body({ message, isEditing, onEdited }: BodyProps): VNode {
  if (isEditing) return <Editor message={message} onEdited={onEdited} />;
  if (message.flags & LOADING) {
    return (
      <p class="thinking">
        <Dots /> {nameOf(message.author.id, message.author.username)} is thinking…
      </p>
    );
  }
  return (
    <>
      {message.content !== '' && (
        <div class="content">
          <Markdown text={message.content} />
          {message.edited_timestamp && <span class="edited">(edited)</span>}
        </div>
      )}
      <Attachments message={message} />
      {message.embeds.map((embed, index) => (
        <Embed key={index} embed={embed} />
      ))}
      <Poll message={message} />
      <Components message={message} />
      {message.thread && (
        <button
          type="button"
          class="thread-card"
          onClick={() => void connection.do('view', { channelId: message.thread?.id ?? '' })}
        >
          <Icon name="thread" size={18} /> {message.thread.name} ›
        </button>
      )}
      <Reactions message={message} />
    </>
  );
}

interface BodyProps {
  readonly message: MessageView;
  readonly isEditing: boolean;
  readonly onEdited: () => void;
}

/** Three dots that move. */
export function Dots(): VNode {
  return (
    <span class="dots" aria-hidden="true">
      <i />
      <i />
      <i />
    </span>
  );
}

function Editor({
  message,
  onEdited,
}: {
  readonly message: MessageView;
  readonly onEdited: () => void;
}): VNode {
  const [text, setText] = useState(message.content);
  const save = (): void => {
    onEdited();
    if (text !== message.content) void connection.do('edit', { messageId: message.id, content: text });
  };
  return (
    <textarea
      class="editor"
      aria-label="Edit message"
      value={text}
      ref={(area) => area?.focus()}
      onInput={(event) => setText(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onEdited();
        if (event.key !== 'Enter' || event.shiftKey) return;
        event.preventDefault();
        save();
      }}
    />
  );
}

function Attachments({ message }: { readonly message: MessageView }): VNode {
  const shown = message.components.some(({ type }) => type >= 9) ? [] : message.attachments;
  return (
    <>
      {shown.map(({ id, filename, url, size, content_type: type = '', description }) =>
        type.startsWith('image/') ? (
          <Picture key={id} url={url} alt={description ?? filename} kind="image" />
        ) : (
          <FileCard key={id} name={filename} url={url} size={size} />
        ),
      )}
    </>
  );
}

function Reactions({ message }: { readonly message: MessageView }): VNode | null {
  const { reactions = [] } = message;
  if (reactions.length === 0) return null;
  return (
    <div class="reactions">
      {reactions.map(({ emoji, count, me }) => (
        <button
          key={emojiText(emoji)}
          type="button"
          class={me ? 'mine' : ''}
          aria-pressed={me}
          onClick={() =>
            void connection.do('react', {
              messageId: message.id,
              emoji: emoji.id ? `${emoji.name}:${emoji.id}` : (emoji.name ?? ''),
              isAdded: !me,
            })
          }
        >
          {emojiText(emoji)} <b>{count}</b>
        </button>
      ))}
    </div>
  );
}
