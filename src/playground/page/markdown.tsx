/** Discord's markdown as elements; nothing of a text ever becomes HTML. */
import type { ComponentChildren, VNode } from 'preact';
import { useState } from 'preact/hooks';
import { channelOf, cssColor, nameOf, roleOf } from './look-up.js';

/** Text of a message, embed or text display. */
export function Markdown({
  text,
  isBlock = true,
}: {
  readonly text: string;
  readonly isBlock?: boolean;
}): VNode {
  return isBlock ? <div class="markdown">{blocks(text)}</div> : <span class="markdown">{inline(text)}</span>;
}

interface BlockRule {
  readonly pattern: RegExp;
  make(match: RegExpExecArray): ComponentChildren;
}

const blockRules: readonly BlockRule[] = [
  {
    pattern: /^```(?:([\w+-]*)\n)?([\s\S]*?)\n?```\n?/,
    make: ([, language, code]) => (
      <pre data-language={language || undefined}>
        <code>{code}</code>
      </pre>
    ),
  },
  { pattern: /^>>> ([\s\S]*)/, make: ([, text]) => <blockquote>{blocks(text ?? '')}</blockquote> },
  {
    pattern: /^(?:> .*(?:\n|$))+/,
    make: ([all]) => <blockquote>{blocks(all.replace(/^> ?/gm, '').trimEnd())}</blockquote>,
  },
  { pattern: /^-# (.+)(?:\n|$)/, make: ([, text]) => <small>{inline(text ?? '')}</small> },
  {
    pattern: /^(#{1,3}) (.+)(?:\n|$)/,
    make: ([, marks, text]) => {
      const Heading = `h${(marks?.length ?? 1) + 2}` as 'h3';
      return <Heading>{inline(text ?? '')}</Heading>;
    },
  },
  {
    pattern: /^(?: *(?:[-*]|\d+\.) .+(?:\n|$))+/,
    make: ([all]) => list(all.trimEnd().split('\n')),
  },
];

function blocks(text: string): ComponentChildren[] {
  const made: ComponentChildren[] = [];
  let rest = text;
  let plain = '';
  const flush = (): void => {
    if (plain !== '') made.push(<p key={made.length}>{inline(plain.replace(/\n$/, ''))}</p>);
    plain = '';
  };
  while (rest !== '') {
    const rule = blockRules.find(({ pattern }) => pattern.test(rest));
    const match = rule?.pattern.exec(rest);
    if (rule && match) {
      flush();
      made.push(<div key={made.length}>{rule.make(match)}</div>);
      rest = rest.slice(match[0].length);
      continue;
    }
    const fence = rest.indexOf('```', 1);
    const line = rest.indexOf('\n') + 1 || rest.length;
    const end = fence > 0 && fence < line ? fence : line;
    plain += rest.slice(0, end);
    rest = rest.slice(end);
  }
  flush();
  return made;
}

function list(lines: readonly string[]): VNode {
  const isOrdered = /^ *\d/.test(lines[0] ?? '');
  const items = lines.map((line, index) => (
    <li key={index} style={indentOf(line)}>
      {inline(line.replace(/^ *(?:[-*]|\d+\.) /, ''))}
    </li>
  ));
  return isOrdered ? <ol>{items}</ol> : <ul>{items}</ul>;
}

/** Deeper entries of a list stand further in. */
function indentOf(line: string): { readonly marginLeft: string } | undefined {
  const depth = line.length - line.trimStart().length;
  return depth === 0 ? undefined : { marginLeft: `${depth * 8}px` };
}

const inlineRules: readonly BlockRule[] = [
  { pattern: /^\\([^\w\s])/, make: ([, char]) => char },
  { pattern: /^``([\s\S]+?)``(?!`)/, make: ([, code]) => <code>{code}</code> },
  { pattern: /^`([^`]+)`/, make: ([, code]) => <code>{code}</code> },
  {
    pattern: /^\*\*\*([\s\S]+?)\*\*\*/,
    make: ([, text]) => (
      <strong>
        <em>{inline(text ?? '')}</em>
      </strong>
    ),
  },
  { pattern: /^\*\*([\s\S]+?)\*\*(?!\*)/, make: ([, text]) => <strong>{inline(text ?? '')}</strong> },
  { pattern: /^__([\s\S]+?)__(?!_)/, make: ([, text]) => <u>{inline(text ?? '')}</u> },
  { pattern: /^\*(?!\s)([^*]+?)\*/, make: ([, text]) => <em>{inline(text ?? '')}</em> },
  { pattern: /^_([^_]+?)_(?!\w)/, make: ([, text]) => <em>{inline(text ?? '')}</em> },
  { pattern: /^~~([\s\S]+?)~~/, make: ([, text]) => <s>{inline(text ?? '')}</s> },
  { pattern: /^\|\|([\s\S]+?)\|\|/, make: ([, text]) => <Spoiler>{inline(text ?? '')}</Spoiler> },
  { pattern: /^<@!?(\d+)>/, make: ([, id]) => <span class="mention">@{nameOf(id ?? '', 'unknown')}</span> },
  { pattern: /^<@&(\d+)>/, make: ([, id]) => <RoleMention id={id ?? ''} /> },
  {
    pattern: /^<#(\d+)>/,
    make: ([, id]) => <span class="mention">#{channelOf(id ?? '')?.name ?? 'unknown'}</span>,
  },
  { pattern: /^<\/([^:>]+):\d+>/, make: ([, name]) => <span class="mention">/{name}</span> },
  { pattern: /^<a?:(\w+):\d+>/, make: ([, name]) => <span title={`:${name}:`}>:{name}:</span> },
  {
    pattern: /^<t:(-?\d+)(?::([tTdDfFsSR]))?>/,
    make: ([, at, style]) => <Moment seconds={Number(at)} style={style} />,
  },
  { pattern: /^@(?:everyone|here)\b/, make: ([all]) => <span class="mention">{all}</span> },
  {
    pattern: /^\[([^\]]+)\]\(<?(https?:\/\/[^\s)>]+)>?\)/,
    make: ([, text, url]) => <Link url={url ?? ''}>{inline(text ?? '')}</Link>,
  },
  { pattern: /^<?(https?:\/\/[^\s<>]+)>?/, make: ([, url]) => <Link url={url ?? ''}>{url}</Link> },
];

function inline(text: string): ComponentChildren[] {
  const made: ComponentChildren[] = [];
  let rest = text;
  let plain = '';
  while (rest !== '') {
    const isWord = /\w$/.test(plain) && rest.startsWith('_');
    const rule = isWord ? undefined : inlineRules.find(({ pattern }) => pattern.test(rest));
    const match = rule?.pattern.exec(rest);
    if (rule && match) {
      if (plain !== '') made.push(plain);
      plain = '';
      made.push(rule.make(match));
      rest = rest.slice(match[0].length);
      continue;
    }
    plain += rest[0];
    rest = rest.slice(1);
  }
  if (plain !== '') made.push(plain);
  return made;
}

function Link({ url, children }: { readonly url: string; readonly children: ComponentChildren }): VNode {
  return (
    <a href={url} target="_blank" rel="noreferrer noopener">
      {children}
    </a>
  );
}

function Spoiler({ children }: { readonly children: ComponentChildren }): VNode {
  const [isOpen, setOpen] = useState(false);
  return (
    <button
      type="button"
      class={`spoiler ${isOpen ? 'open' : ''}`}
      aria-label="Spoiler"
      onClick={() => setOpen(true)}
    >
      {children}
    </button>
  );
}

function RoleMention({ id }: { readonly id: string }): VNode {
  const role = roleOf(id);
  return (
    <span class="mention" style={{ color: cssColor(role?.color) }}>
      @{role?.name ?? 'unknown role'}
    </span>
  );
}

const DATES: Readonly<Record<string, Intl.DateTimeFormatOptions>> = {
  t: { timeStyle: 'short' },
  T: { timeStyle: 'medium' },
  d: { dateStyle: 'short' },
  D: { dateStyle: 'long' },
  f: { dateStyle: 'long', timeStyle: 'short' },
  F: { dateStyle: 'full', timeStyle: 'short' },
};

function Moment({
  seconds,
  style = 'f',
}: {
  readonly seconds: number;
  readonly style?: string | undefined;
}): VNode {
  const date = new Date(seconds * 1000);
  const text = style === 'R' ? relative(seconds) : date.toLocaleString(undefined, DATES[style] ?? DATES['f']);
  return (
    <time class="moment" title={date.toLocaleString()} dateTime={date.toISOString()}>
      {text}
    </time>
  );
}

function relative(seconds: number): string {
  const away = seconds - Date.now() / 1000;
  const format = new Intl.RelativeTimeFormat(undefined, { numeric: 'auto' });
  for (const [unit, length] of [
    ['day', 86_400],
    ['hour', 3600],
    ['minute', 60],
  ] as const) {
    if (Math.abs(away) >= length) return format.format(Math.round(away / length), unit);
  }
  return format.format(Math.round(away), 'second');
}
