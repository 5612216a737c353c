/** Components of a message: rows of buttons and menus, and the layouts of version 2. */
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { ComponentView, EmojiView, MessageView } from '../message-view.js';
import { connection } from './connection.js';
import { Icon } from './icon.js';
import { cssColor } from './look-up.js';
import { Markdown } from './markdown.js';
import { Picture } from './picture.js';
import { fileSize } from './read-file.js';
import { SelectMenu } from './select-menu.js';

const BUTTON_STYLES = ['', 'primary', 'secondary', 'success', 'danger', 'link', 'premium'];

/** All components of a message. */
export function Components({ message }: { readonly message: MessageView }): VNode | null {
  if (message.components.length === 0) return null;
  return (
    <div class="components">
      {message.components.map((component) => (
        <Component key={component.id} component={component} message={message} />
      ))}
    </div>
  );
}

interface PartProps {
  readonly component: ComponentView;
  readonly message: MessageView;
}

function Component({ component, message }: PartProps): VNode | null {
  const inside = component.components?.map((child) => (
    <Component key={child.id} component={child} message={message} />
  ));
  switch (component.type) {
    case 1:
      return <div class="action-row">{inside}</div>;
    case 2:
      return <ButtonPart component={component} message={message} />;
    case 3:
    case 5:
    case 6:
    case 7:
    case 8:
      return <SelectPart component={component} message={message} />;
    case 9:
      return (
        <div class="section">
          <div class="section-text">{inside}</div>
          {component.accessory && <Component component={component.accessory} message={message} />}
        </div>
      );
    case 10:
      return <Markdown text={String(component['content'] ?? '')} />;
    case 11:
      return (
        <Picture url={mediaUrl(component)} alt={String(component['description'] ?? '')} kind="thumbnail" />
      );
    case 12:
      return <Gallery component={component} />;
    case 13:
      return <FilePart component={component} message={message} />;
    case 14:
      return (
        <hr
          class={`${component['divider'] === false ? 'blank' : ''} ${component['spacing'] === 2 ? 'large' : ''}`}
        />
      );
    case 17:
      return (
        <div
          class="container"
          style={{ borderLeftColor: cssColor(component['accent_color'] as number | undefined) }}
        >
          {inside}
        </div>
      );
    default:
      return <div class="unknown">Component of type {component.type}</div>;
  }
}

function ButtonPart({ component, message }: PartProps): VNode {
  const [isBusy, setBusy] = useState(false);
  const label = String(component['label'] ?? '');
  const style = BUTTON_STYLES[Number(component['style'])] ?? 'secondary';
  const url = component['url'];
  const emoji = component['emoji'] as EmojiView | undefined;
  const content = (
    <>
      {emoji && <span class="emoji">{emojiText(emoji)}</span>}
      {label}
      {typeof url === 'string' && <span aria-hidden="true"> ↗</span>}
    </>
  );
  if (typeof url === 'string') {
    return (
      <a class="button link" href={url} target="_blank" rel="noreferrer noopener">
        {content}
      </a>
    );
  }
  const press = async (): Promise<void> => {
    setBusy(true);
    await connection.do('click', { messageId: message.id, customId: component.custom_id ?? '' });
    setBusy(false);
  };
  return (
    <button
      type="button"
      class={`button ${style} ${isBusy ? 'busy' : ''}`}
      disabled={component['disabled'] === true || isBusy}
      onClick={() => void press()}
    >
      {content}
    </button>
  );
}

function SelectPart({ component, message }: PartProps): VNode {
  const [isBusy, setBusy] = useState(false);
  const choose = async (values: readonly string[]): Promise<void> => {
    setBusy(true);
    await connection.do('select', { messageId: message.id, customId: component.custom_id ?? '', values });
    setBusy(false);
  };
  return <SelectMenu menu={component} isBusy={isBusy} onChoose={(values) => void choose(values)} />;
}

function Gallery({ component }: { readonly component: ComponentView }): VNode {
  const items = (component['items'] ?? []) as readonly ComponentView[];
  return (
    <div class={`gallery of-${Math.min(items.length, 4)}`}>
      {items.map((item, index) => (
        <Picture key={index} url={mediaUrl(item)} alt={String(item['description'] ?? '')} kind="gallery" />
      ))}
    </div>
  );
}

function FilePart({ component, message }: PartProps): VNode {
  const file = component['file'] as { readonly url?: string } | undefined;
  const name = (file?.url ?? '').split('/').at(-1) ?? 'file';
  const attachment = message.attachments.find(({ filename }) => filename === name);
  return <FileCard name={name} url={attachment?.url ?? file?.url ?? ''} size={attachment?.size} />;
}

/** File that can be downloaded. */
export function FileCard({ name, url, size }: FileCardProps): VNode {
  return (
    <a class="file-card" href={url} target="_blank" rel="noreferrer" download={name}>
      <Icon name="file" size={30} />
      <span>
        <span class="file-name">{name}</span>
        {size !== undefined && <small>{fileSize(size)}</small>}
      </span>
    </a>
  );
}

interface FileCardProps {
  readonly name: string;
  readonly url: string;
  readonly size: number | undefined;
}

/** Emoji as text: custom ones by their name. */
export function emojiText({ id, name }: EmojiView): string {
  return id ? `:${name ?? 'emoji'}:` : (name ?? '');
}

function mediaUrl(component: ComponentView): string {
  return (component['media'] as { readonly url?: string } | undefined)?.url ?? '';
}
