/** What the page and its server say to each other, as JSON over one WebSocket. */
import type { BotStatus, FaultView, LogView, TrafficView } from './journal-view.js';
import type { ComponentView, MessageView } from './message-view.js';
import type { WorldView } from './world-view.js';

/** Modal that a bot opened. */
export interface ModalView {
  readonly handle: number;
  readonly title: string;
  readonly botName: string;
  readonly components: readonly ComponentView[];
}

/** File that a person chose, its bytes as base64. */
export interface FileView {
  readonly file: { readonly name: string; readonly contentType: string; readonly base64: string };
}

/** Value of an option or field. */
export type ValueView = string | number | boolean | FileView | readonly (string | FileView)[];
/** Values by the name of their option or field. */
export type ValuesView = Readonly<Record<string, ValueView>>;

/** What a person does on the page, by name. */
export interface Deeds {
  view: { readonly viewerId?: string; readonly channelId?: string };
  say: { readonly content: string; readonly files: readonly FileView[]; readonly replyTo?: string };
  edit: { readonly messageId: string; readonly content: string };
  delete: { readonly messageId: string };
  react: { readonly messageId: string; readonly emoji: string; readonly isAdded: boolean };
  vote: { readonly messageId: string; readonly answerIds: readonly number[] };
  /** Starts a thread at a message. */
  thread: { readonly messageId: string; readonly name: string };
  type: Record<never, never>;
  slash: { readonly name: string; readonly options: ValuesView };
  suggest: {
    readonly name: string;
    readonly option: string;
    readonly text: string;
    readonly others: ValuesView;
  };
  userCommand: { readonly name: string; readonly userId: string };
  messageCommand: { readonly name: string; readonly messageId: string };
  click: { readonly messageId: string; readonly customId: string };
  select: { readonly messageId: string; readonly customId: string; readonly values: readonly string[] };
  submit: { readonly handle: number; readonly values: ValuesView };
  message: { readonly userId: string };
  addPerson: { readonly name: string; readonly guildId: string };
  setRole: {
    readonly guildId: string;
    readonly userId: string;
    readonly roleId: string;
    readonly isGiven: boolean;
  };
  fault: { readonly name: string };
  restart: Record<never, never>;
}

/** What the page gets back for a deed. */
export interface DeedResult {
  readonly modal?: ModalView;
  readonly choices?: readonly { readonly name: string; readonly value: string | number }[];
  readonly channelId?: string;
  readonly error?: string;
}

/** Deed with its arguments, and a number under which its result comes back. */
export interface PageRequest {
  readonly id: number;
  readonly deed: keyof Deeds;
  readonly with: unknown;
}

/** What the server tells the page. */
export type ServerMessage =
  | { readonly type: 'world'; readonly world: WorldView }
  | {
      readonly type: 'messages';
      readonly channelId: string;
      /** Ids of all messages, oldest first. */
      readonly order: readonly string[];
      readonly changed: readonly MessageView[];
    }
  | { readonly type: 'typing'; readonly channelId: string; readonly userId: string }
  | { readonly type: 'traffic'; readonly entries: readonly TrafficView[] }
  | { readonly type: 'log'; readonly entries: readonly LogView[] }
  | { readonly type: 'status'; readonly status: BotStatus; readonly faults: readonly FaultView[] }
  | { readonly type: 'result'; readonly id: number; readonly result: DeedResult };
