/** Matchers for what people see of a bot; they belong to no test runner, every `expect` that can be extended takes them. */
import { isDeepStrictEqual } from 'node:util';
import type { APIEmbed } from 'discord-api-types/v10';
import type { SeenButton } from '../emulator/people/seen-component.js';
import { SeenMessage } from '../emulator/people/seen-message.js';
import type { LogEntry } from './recording-logger.js';
import { RecordingLogger } from './recording-logger.js';

/** What a matcher tells its runner. */
export interface MatcherResult {
  /** Whether what was received is as expected. */
  readonly pass: boolean;
  /** Explains the failure; of `.not` too. */
  message(): string;
}

/** What a button has to look like; what is not named does not matter. */
export interface ButtonLooks {
  /** Name of the style. */
  readonly style?: 'primary' | 'secondary' | 'success' | 'danger' | 'link' | 'premium';
  /** Whether it cannot be pressed. */
  readonly disabled?: boolean;
  /** What the bot gets when it is pressed. */
  readonly customId?: string;
}

/** Matchers as `expect(…)` has them; `R` is what an assertion gives. */
export interface CogworkMatchers<R> {
  /** A message that somebody said got a reply; a text has to be all of its content, an expression has to match it. */
  toHaveReplied(content?: string | RegExp): R;
  /** A text stands somewhere in a message: in its content, its text displays or its embeds. */
  toShowText(text: string | RegExp): R;
  /** A message has an embed with at least these fields. */
  toShowEmbed(embed: Partial<APIEmbed>): R;
  /** A message has a button with that label. */
  toShowButton(label: string | RegExp, looks?: ButtonLooks): R;
  /** A message has a select menu, with that placeholder if one is given. */
  toShowSelect(placeholder?: string | RegExp): R;
  /** Bot opened a modal, with that title if one is given. */
  toShowModal(title?: string | RegExp): R;
  /** Only the person who asked sees the message. */
  toBeEphemeral(): R;
  /** A message has that reaction, given so many times if a count is given. */
  toHaveReaction(emoji: string, count?: number): R;
  /** Bot logged a line of that level, with that message if one is given. */
  toHaveLogged(level: LogEntry['level'], message?: string | RegExp): R;
}

/** Matchers by name, as `expect.extend` takes them. */
export type MatcherFunctions = {
  readonly [K in keyof CogworkMatchers<unknown>]: (
    received: unknown,
    ...expected: Parameters<CogworkMatchers<unknown>[K]>
  ) => MatcherResult;
};

/**
 * Matchers for messages, modals and logs.
 *
 * Jest takes them by `import 'cogwork/testing/jest'`, with their types; every other runner by `expect.extend`.
 *
 * @example
 * ```ts
 * expect.extend(cogworkMatchers);
 * expect(await alice.say(general, 'ping')).toHaveReplied('pong');
 * expect(await alice.slash(general, 'counter')).toShowButton('Pressed 0 times', { style: 'primary' });
 * ```
 */
export const cogworkMatchers: MatcherFunctions = {
  toHaveReplied(received, content) {
    const { replies } = messageOf(received, 'toHaveReplied');
    const pass = replies.some((reply) => content === undefined || fits(reply.content, content));
    const found = replies.map((reply) => `  ${describe(reply)}`);
    return judge(pass, `a reply${quoted(content)}`, found.length > 0 ? found : ['  no reply']);
  },

  toShowText(received, text) {
    const message = messageOf(received, 'toShowText');
    const shown = message.isModal ? message.modal.title : message.text;
    const pass = typeof text === 'string' ? shown.includes(text) : matches(shown, text);
    return judge(pass, `the text ${show(text)}`, [`  ${describe(message)}`]);
  },

  toShowEmbed(received, embed) {
    const message = messageOf(received, 'toShowEmbed');
    const embeds = message.isModal ? [] : message.embeds;
    const pass = embeds.some((found) => contains(found, embed));
    const found = embeds.map((one) => `  ${JSON.stringify(one)}`);
    return judge(pass, `an embed with ${JSON.stringify(embed)}`, found.length > 0 ? found : ['  no embed']);
  },

  toShowButton(received, label, looks = {}) {
    const message = messageOf(received, 'toShowButton');
    const pass = buttonsOf(message).some((button) => fits(button.label, label) && looksLike(button, looks));
    const wanted = Object.keys(looks).length > 0 ? ` as ${JSON.stringify(looks)}` : '';
    return judge(pass, `a button ${show(label)}${wanted}`, [`  ${describe(message)}`]);
  },

  toShowSelect(received, placeholder) {
    const message = messageOf(received, 'toShowSelect');
    const selects = message.isModal ? [] : message.selects;
    const pass = selects.some((found) => placeholder === undefined || fits(found.placeholder, placeholder));
    return judge(pass, `a select menu${quoted(placeholder)}`, [`  ${describe(message)}`]);
  },

  toShowModal(received, title) {
    const message = messageOf(received, 'toShowModal');
    const pass = message.isModal && (title === undefined || fits(message.modal.title, title));
    return judge(pass, `a modal${quoted(title)}`, [`  ${describe(message)}`]);
  },

  toBeEphemeral(received) {
    const message = messageOf(received, 'toBeEphemeral');
    return judge(!message.isModal && message.ephemeral, 'an ephemeral message', [`  ${describe(message)}`]);
  },

  toHaveReaction(received, emoji, count) {
    const { reactions } = messageOf(received, 'toHaveReaction');
    const found = reactions.get(emoji) ?? 0;
    const times = count === undefined ? '' : ` ${count} times`;
    const shown = [...reactions].map(([name, given]) => `  ${name} ${given} times`);
    return judge(
      count === undefined ? found > 0 : found === count,
      `the reaction ${emoji}${times}`,
      shown.length > 0 ? shown : ['  no reaction'],
    );
  },

  toHaveLogged(received, level, message) {
    if (!(received instanceof RecordingLogger))
      throw misused('toHaveLogged', 'the logs of testBot()', received);
    const lines = received.of(level).map((entry) => entry.message);
    const pass = lines.some((line) => message === undefined || fits(line, message));
    const found = lines.map((line) => `  ${line}`);
    return judge(pass, `a line of level ${level}${quoted(message)}`, found.length > 0 ? found : ['  none']);
  },
};

function judge(pass: boolean, wanted: string, found: readonly string[]): MatcherResult {
  return {
    pass,
    message: () => `Expected ${pass ? 'not ' : ''}to find ${wanted}. Found:\n${found.join('\n')}`,
  };
}

function messageOf(received: unknown, matcher: string): SeenMessage {
  if (received instanceof SeenMessage) return received;
  throw misused(
    matcher,
    'a message as somebody sees it: what alice.say(), slash() or click() resolves with',
    received,
  );
}

function misused(matcher: string, wanted: string, received: unknown): TypeError {
  const isPromise = received instanceof Promise;
  const hint = isPromise ? ' It got a promise: await it first.' : ` It got ${typeof received}.`;
  return new TypeError(`${matcher} looks at ${wanted}.${hint}`);
}

function fits(text: string, wanted: string | RegExp): boolean {
  return typeof wanted === 'string' ? text === wanted : matches(text, wanted);
}

/** Searches from the beginning, whatever an expression with `g` has found before. */
function matches(text: string, wanted: RegExp): boolean {
  return text.search(wanted) >= 0;
}

function show(wanted: string | RegExp): string {
  return typeof wanted === 'string' ? `"${wanted}"` : String(wanted);
}

function quoted(wanted: string | RegExp | undefined): string {
  return wanted === undefined ? '' : ` ${show(wanted)}`;
}

function contains(found: unknown, wanted: unknown): boolean {
  if (typeof wanted !== 'object' || wanted === null) return isDeepStrictEqual(found, wanted);
  if (typeof found !== 'object' || found === null || Array.isArray(found) !== Array.isArray(wanted))
    return false;
  if (Array.isArray(wanted) && wanted.length !== (found as unknown[]).length) return false;
  return Object.entries(wanted).every(([key, value]) =>
    contains((found as Record<string, unknown>)[key], value),
  );
}

function buttonsOf(message: SeenMessage): readonly SeenButton[] {
  return message.isModal ? [] : message.buttons;
}

function looksLike(button: SeenButton, { style, disabled, customId }: ButtonLooks): boolean {
  return (
    (style === undefined || button.style === style) &&
    (disabled === undefined || button.isDisabled === disabled) &&
    (customId === undefined || button.customId === customId)
  );
}

/** Message in one line: who wrote it, what it says, and what can be pressed. */
function describe(message: SeenMessage): string {
  if (message.isModal) return `the modal "${message.modal.title}"`;
  const buttons = message.buttons.map(
    ({ label, style, isDisabled }) => `[${label}: ${style}${isDisabled ? ', disabled' : ''}]`,
  );
  const selects = message.selects.map(({ placeholder, customId }) => `[menu ${placeholder || customId}]`);
  const reach = message.ephemeral ? ' (ephemeral)' : '';
  return [`${message.author}${reach}: "${message.text}"`, ...buttons, ...selects].join(' ');
}
