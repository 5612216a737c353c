import type { HandlerOrigin } from './handler.js';

/** `slash command "add" (Maths.add)`: one handler in the words of logs and messages. */
export function describeOrigin(origin: HandlerOrigin): string {
  return `${origin.kind} "${origin.name}" (${origin.cog}.${origin.method})`;
}
