import type { APIApplication } from 'discord-api-types/v10';
import type { BotIntents } from '../../client/bot-intents.js';
import { privilegedIntentNames } from '../../gateway/privileged-intents.js';
import type { Finding } from './finding.js';

/**
 * Flags of an application that has a privileged intent: for large bots, and for those below 100 guilds.
 *
 * @see https://docs.discord.com/developers/resources/application#application-object-application-flags
 */
const FLAGS: Readonly<Record<string, number>> = {
  GuildPresences: (1 << 12) | (1 << 13),
  GuildMembers: (1 << 14) | (1 << 15),
  MessageContent: (1 << 18) | (1 << 19),
};

/** Whether the application has the privileged intents that its bot asks for; without them the gateway refuses it. */
export function checkPrivilegedIntents(intents: BotIntents, application: APIApplication): readonly Finding[] {
  const name = 'intents';
  const wanted = privilegedIntentNames(intents.value);
  if (wanted.length === 0) return [{ name, level: 'ok', detail: 'none is privileged' }];
  return wanted.map((intent): Finding => {
    if (((application.flags ?? 0) & (FLAGS[intent] ?? 0)) !== 0)
      return { name, level: 'ok', detail: `${intent} is privileged, and switched on` };
    const why = intents.reasonsFor(intent).join('; ');
    const where = `https://discord.com/developers/applications/${application.id}/bot`;
    const advice = `Switch it on at ${where}, or do not ask for it.`;
    return { name, level: 'fail', detail: `${intent} is switched off at Discord, and ${why}`, advice };
  });
}
