import { createHash } from 'node:crypto';
import nacl from 'tweetnacl';
import type { Snowflake } from '../../types/type-tools.js';
import type { BotRecord } from './bot-record.js';
import { makeBotToken } from './bot-token.js';
import { newUser } from './user-record.js';
import type { World } from './world.js';

/** What a new bot may differ in. */
export interface BotDraft {
  readonly name: string;
  readonly token?: string | undefined;
  readonly privilegedIntents: number;
  readonly ownerId: Snowflake;
  readonly shards: number;
  readonly maxConcurrency: number;
}

/** Application flags that announce granted privileged intents: bit of the flag by bit of the intent. */
const FLAG_OF_INTENT: readonly (readonly [number, number])[] = [
  [1 << 8, 1 << 13],
  [1 << 1, 1 << 15],
  [1 << 15, 1 << 19],
];

/** Makes a bot with its user and application. */
export function makeBot(world: World, draft: BotDraft): BotRecord {
  const id = world.ids.nextUser();
  const keys = nacl.sign.keyPair.fromSeed(seedOf(id));
  const bot: BotRecord = {
    id,
    user: newUser(id, draft.name, true),
    application: {
      id,
      name: draft.name,
      description: '',
      verifyKey: Buffer.from(keys.publicKey).toString('hex'),
      secretKey: keys.secretKey,
      clientSecret: createHash('sha256').update(`secret:${id}`).digest('base64url').slice(0, 32),
      ownerId: draft.ownerId,
      flags: flagsOf(draft.privilegedIntents),
      interactionsEndpointUrl: null,
      settings: {},
    },
    token: draft.token ?? makeBotToken(id),
    privilegedIntents: draft.privilegedIntents,
    commands: new Map(),
    shards: draft.shards,
    maxConcurrency: draft.maxConcurrency,
    lastIdentifyMs: new Map(),
    sessionStarts: { total: 1000, remaining: 1000, resetAtMs: world.clock.now() + 86_400_000 },
  };
  world.users.set(id, bot.user);
  world.bots.set(id, bot);
  return bot;
}

/** Flags as bots in fewer than 10,000 users' reach have them: the `LIMITED` kind. */
function flagsOf(intents: number): number {
  return FLAG_OF_INTENT.reduce((flags, [intent, flag]) => (intents & intent ? flags | flag : flags), 0);
}

function seedOf(id: Snowflake): Uint8Array {
  const seed = new Uint8Array(32);
  Buffer.from(id.padStart(32, '0').slice(-32), 'latin1').copy(seed);
  return seed;
}
