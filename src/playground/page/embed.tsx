import type { VNode } from 'preact';
import type { EmbedView } from '../message-view.js';
import { cssColor } from './look-up.js';
import { Markdown } from './markdown.js';
import { Picture } from './picture.js';

/** Embed of a message. */
export function Embed({ embed }: { readonly embed: EmbedView }): VNode {
  const { author, title, description, fields = [], footer, image, thumbnail, timestamp, url } = embed;
  const footing = [footer?.text, timestamp && new Date(timestamp).toLocaleString()]
    .filter(Boolean)
    .join(' · ');
  return (
    <article class="embed" style={{ borderLeftColor: cssColor(embed.color) }}>
      <div class="embed-body">
        {author && <div class="embed-author">{author.name}</div>}
        {title && (
          <div class="embed-title">
            {url ? (
              <a href={url} target="_blank" rel="noreferrer noopener">
                {title}
              </a>
            ) : (
              <Markdown text={title} isBlock={false} />
            )}
          </div>
        )}
        {description && <Markdown text={description} />}
        {fields.length > 0 && (
          <dl class="embed-fields">
            {fields.map(({ name, value, inline }, index) => (
              <div key={index} class={inline ? 'inline' : ''}>
                <dt>
                  <Markdown text={name} isBlock={false} />
                </dt>
                <dd>
                  <Markdown text={value} />
                </dd>
              </div>
            ))}
          </dl>
        )}
        {image && <Picture url={image.url} alt="" kind="image" />}
        {footing && <div class="embed-footer">{footing}</div>}
      </div>
      {thumbnail && <Picture url={thumbnail.url} alt="" kind="thumbnail" />}
    </article>
  );
}
