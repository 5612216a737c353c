import { Command } from 'commander';
import { CommandLineError } from '../../errors/command-line-error.js';
import { InvalidTokenError } from '../../errors/invalid-token-error.js';
import type { PermissionName } from '../../models/permission-bits.js';
import { Permissions } from '../../models/permissions.js';
import type { Secret } from '../../utils/secret.js';
import type { FoundBot } from '../entry/bot-collector.js';
import { openBots, tokenOf, withCommands } from '../entry/open-bots.js';
import type { Terminal } from '../terminal/terminal.js';
import { entryArgument } from './entry-argument.js';
import { addExamples } from './examples.js';

interface InviteOptions {
  readonly clientId?: string;
  readonly guild?: string;
  readonly permissions?: readonly PermissionName[];
}

/** `cogwork invite`: the address at which people add the bot. */
export function inviteCommand(terminal: Terminal): Command {
  const command = new Command('invite')
    .description(
      'print the address at which people add the bot, with the permissions that its handlers require',
    )
    .addArgument(entryArgument())
    .option('--client-id <id>', 'id of the application, instead of asking Discord with the token')
    .option('--guild <id>', 'guild that is chosen in advance')
    .option('--permissions <names...>', 'permissions to ask for besides')
    .action(async (given: string | undefined, options: InviteOptions) => {
      const { bots } = await openBots(terminal, given);
      for (const found of bots) await printAddress(terminal, found, options);
    });
  return addExamples(command, {
    'cogwork invite': 'for the bot of this folder',
    'cogwork invite --permissions SendMessages EmbedLinks': 'with permissions that no handler asks for',
  });
}

async function printAddress(terminal: Terminal, found: FoundBot, options: InviteOptions): Promise<void> {
  const bot = withCommands(found);
  const url = bot.inviteUrl({
    clientId: options.clientId ?? (await fetchApplicationId(found)),
    ...(options.guild === undefined ? {} : { guildId: options.guild }),
    ...(options.permissions === undefined ? {} : { permissions: options.permissions }),
  });
  terminal.print(url);
  const asked = Permissions.from(new URL(url).searchParams.get('permissions') ?? '').toArray();
  terminal.note(
    terminal.paintNote('dim', `asks for ${asked.length === 0 ? 'no permissions' : asked.join(', ')}`),
  );
}

/** @throws CommandLineError saying how to do without a token, when there is none or it is malformed. */
function tokenForId(found: FoundBot): Secret {
  try {
    return tokenOf(found);
  } catch (cause) {
    if (!(cause instanceof InvalidTokenError)) throw cause;
    throw new CommandLineError(
      `The address needs the id of the application, which Discord tells whoever has its token. ${cause.message}`,
      'Or give the id, which stands on the "General Information" page of the application: cogwork invite --client-id <id>.',
      { cause },
    );
  }
}

async function fetchApplicationId(found: FoundBot): Promise<string> {
  const { rest } = found.bot;
  rest.setToken(tokenForId(found).reveal());
  const { id } = await rest.applications.getCurrent();
  return id;
}
