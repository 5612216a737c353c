import { Cog } from '../../src/cogs/cog.js';
import { SlashCommand } from '../../src/commands/application/slash-command.js';
import type { SlashContext } from '../../src/commands/application/slash-context.js';
import { Option } from '../../src/schema/option.js';
import type { Constructor } from '../../src/types/type-tools.js';

class Options {
  @Option.integer('First', { minValue: 0 }) a!: number;
  @Option.string('Second', { maxLength: 20 }) text = 'none';
}

/** Cog with `count` commands, the first of which is used. */
export function cogWith(count: number): Constructor {
  class Commands {}
  for (let index = 0; index < count; index++) {
    const run = { configurable: true, value: (ctx: SlashContext) => ctx.defer({ ephemeral: true }) };
    const guilds = { guilds: [String(1000 + Math.floor(index / 100))] };
    const settings = { name: `run-${index}`, description: 'x', ...(index === 0 ? {} : guilds) };
    Object.defineProperty(Commands.prototype, `run${index}`, run);
    SlashCommand(settings, Options)(Commands.prototype, `run${index}`, run as never);
  }
  Cog()(Commands);
  return Commands;
}

/** Interaction that runs a command of such a cog. */
export function commandPayload(index: number, name: string): object {
  return {
    id: String(100_000_000_000_000_000n + BigInt(index)),
    application_id: '901',
    type: 2,
    token: 'token',
    version: 1,
    locale: 'en-GB',
    guild_id: '77',
    channel: { id: '55', type: 0 },
    member: {
      user: { id: '12', username: 'alice', discriminator: '0', avatar: null },
      roles: [],
      permissions: '0',
    },
    data: {
      id: '5',
      type: 1,
      name,
      options: [
        { type: 4, name: 'a', value: index },
        { type: 3, name: 'text', value: 'hello' },
      ],
    },
  };
}
