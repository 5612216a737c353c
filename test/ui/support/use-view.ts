import type { ReplyOptions } from '../../../src/interactions/reply-options.js';
import type { Message } from '../../../src/models/message.js';
import type { View } from '../../../src/ui/views/view.js';
import type { ComponentBench } from './component-bench.js';

/** Answers a command with a view. */
export function show(bench: ComponentBench, view: View, options: ReplyOptions = {}): Promise<Message> {
  return bench.discord.slash().responder.reply(view, options);
}

/** Labels of the buttons of a message. */
export function labels(bench: ComponentBench, messageId: string): unknown[] {
  return bench.discord.components(messageId).map(({ label }) => label);
}

/** Presses what has this label or custom id. */
export async function press(
  bench: ComponentBench,
  messageId: string,
  what: string,
  more: object = {},
): Promise<void> {
  await bench.router.dispatch(bench.discord.press(bench.discord.message(messageId), what, more));
}
