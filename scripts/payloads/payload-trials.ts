/** Which payloads are requests, how each is sent, and what is documented to come of it. */
import type { Body, PayloadStage } from './payload-stage.js';

/** One attempt. */
export interface Trial {
  /** What tells several trials of one payload apart. */
  readonly name?: string;
  readonly expected: string;
  run(stage: PayloadStage): Promise<string>;
}

interface TrialRule {
  readonly files: RegExp;
  /** Trials of one payload; its ids are those of the stage already. */
  toTrials(payload: unknown, file: string): readonly Trial[];
}

const V2 = 1 << 15;

/** Files that match a rule's pattern but show what Discord sends, not what it takes. */
const ANSWERS =
  /example-interaction|autocomplete|retrieving-localized|example-activity|heartbeat-ack|-hello-|invalid-session|gateway-reconnect/;

/** What the documentation says is refused. */
const REFUSED: Readonly<Record<string, string>> = {
  // "users" in `parse` and a list of users exclude each other.
  'resources-message-allowed-mentions-examples-9': '50035 allowed_mentions',
  // The time-outs are 60, 300, 900, 1800 and 3600 seconds.
  callEverySetter: '50035 afk_timeout',
  // An edit that leaves nothing of a message.
  testEmptyBuilder_fromMessage: '50006',
};

const RULES: readonly TrialRule[] = [
  { files: /^discord-api-docs\/components-/, toTrials: component },
  { files: /^discord-api-docs\/resources-message-(allowed|example-request)/, toTrials: message },
  {
    files: /^discord-api-docs\/resources-message-default-settings/,
    toTrials: (payload, file) => message({ content: 'Hello', allowed_mentions: payload }, file),
  },
  { files: /^discord-api-docs\/(interactions-application-commands|activities)-/, toTrials: command },
  {
    files: /^discord-api-docs\/resources-entitlement-json-params/,
    toTrials: post((stage) => `${stage.paths.application}/entitlements`),
  },
  { files: /^discord-api-docs\/(events-gateway|topics-voice-connections-gateway)-/, toTrials: gateway },
  {
    files: /^arikawa\/api-send/,
    toTrials: (payload, file) => message({ content: 'a', ...(payload as Body) }, file),
  },
  {
    files: /^jda\/restaction\/MessageCreateActionTest\/|^jda\/entities\/message\/MessageCreate/,
    toTrials: message,
  },
  { files: /^jda\/entities\/message\/MessageEdit/, toTrials: edit },
  {
    files: /^jda\/entities\/message\/EmbedBuilder/,
    toTrials: (payload, file) => message({ embeds: [payload] }, file),
  },
  {
    files: /^jda\/restaction\/ThreadCreateActionTest\/.*Forum/,
    toTrials: post((stage) => `${stage.paths.forum}/threads`),
  },
  {
    files: /^jda\/restaction\/ThreadCreateActionTest\/.*Start/,
    toTrials: (payload) => [
      {
        expected: 'accepted',
        run: async (stage) => {
          const { channel } = stage.paths;
          const id = await stage.make(`${channel}/messages`, { content: 'Start' });
          return stage.send('POST', `${channel}/messages/${id}/threads`, payload);
        },
      },
    ],
  },
  { files: /^jda\/restaction\/CommandEditActionTest\//, toTrials: commandEdit },
  {
    files: /^jda\/restaction\/CreateApplicationEmojiTest\//,
    toTrials: post((stage) => `${stage.paths.application}/emojis`),
  },
  {
    files: /^jda\/managers\/ApplicationManagerTest\//,
    // The endpoint is left out: Discord would call it first.
    toTrials: (payload, file) =>
      patch(() => '/applications/@me')({ ...(payload as Body), interactions_endpoint_url: undefined }, file),
  },
  { files: /^jda\/managers\/GuildManagerTest\//, toTrials: patch((stage) => stage.paths.guild) },
  {
    files: /^jda\/entities\/guild\/BulkBanTest\//,
    toTrials: post((stage) => `${stage.paths.guild}/bulk-ban`),
  },
  {
    files: /^jda\/components\/LabelTest\/[^/]+\/|^jda\/components\/ComponentSerializerTest\/.*-data/,
    toTrials: places,
  },
  {
    files: /^jda\/components\/LabelTest\/[^/]+\.json|^jda\/components\/LabelTest\/test/,
    toTrials: (payload) => modal((payload as Body)['components']),
  },
  {
    files: /^jda\/components\/ComponentDeserializerTest\/.*_data/,
    toTrials: (payload, file) => message({ flags: V2, components: payload }, file),
  },
];

/** Trials of a payload: none when it is not a request. */
export function trialsOf(file: string, payload: unknown): readonly Trial[] {
  if (ANSWERS.test(file)) return [];
  const rule = RULES.find(({ files }) => files.test(file));
  return rule?.toTrials(payload, file) ?? [];
}

function expectedOf(file: string): string {
  const name = /([^/]+)\.json$/.exec(file)?.[1] ?? '';
  return REFUSED[name] ?? 'accepted';
}

function post(toPath: (stage: PayloadStage) => string): TrialRule['toTrials'] {
  return (payload, file) => [
    { expected: expectedOf(file), run: (stage) => stage.send('POST', toPath(stage), payload) },
  ];
}

function patch(toPath: (stage: PayloadStage) => string): TrialRule['toTrials'] {
  return (payload, file) => [
    { expected: expectedOf(file), run: (stage) => stage.send('PATCH', toPath(stage), payload) },
  ];
}

function message(payload: unknown, file: string): readonly Trial[] {
  return post((stage) => `${stage.paths.channel}/messages`)(payload, file);
}

function edit(payload: unknown, file: string): readonly Trial[] {
  return [
    {
      expected: expectedOf(file),
      run: async (stage) => {
        const { channel } = stage.paths;
        const id = await stage.make(`${channel}/messages`, { content: 'Before' });
        return stage.send('PATCH', `${channel}/messages/${id}`, payload);
      },
    },
  ];
}

/** Examples of components are whole messages, or modals as answers to an interaction. */
function component(payload: unknown, file: string): readonly Trial[] {
  if ((payload as Body)['type'] !== 9) return message(payload, file);
  return [{ expected: 'accepted', run: (stage) => stage.answerInteraction(payload) }];
}

function modal(components: unknown, expected = 'accepted'): readonly Trial[] {
  const callback = { type: 9, data: { custom_id: 'trial', title: 'Trial', components } };
  return [{ expected, run: (stage) => stage.answerInteraction(callback) }];
}

function command(payload: unknown, file: string): readonly Trial[] {
  return post((stage) => `${stage.paths.application}/commands`)(payload, file);
}

function commandEdit(payload: unknown): readonly Trial[] {
  const { type } = payload as { type: number };
  return [
    {
      expected: 'accepted',
      run: async (stage) => {
        const path = `${stage.paths.application}/commands`;
        const before = { type, name: `before-${type}`, ...(type === 1 ? { description: 'Before' } : {}) };
        return stage.send('PATCH', `${path}/${await stage.make(path, before)}`, payload);
      },
    },
  ];
}

/** What the gateway answers to each operation. */
const GATEWAY_ANSWERS: Readonly<Record<number, string>> = {
  1: 'op 11',
  2: 'READY',
  3: 'PRESENCE_UPDATE',
  4: 'VOICE_STATE_UPDATE',
  6: 'op 9',
  8: 'GUILD_MEMBERS_CHUNK',
  31: 'SOUNDBOARD_SOUNDS',
  43: 'CHANNEL_INFO',
};

function gateway(payload: unknown): readonly Trial[] {
  const { op } = payload as { op?: number };
  const expected = op === undefined ? undefined : GATEWAY_ANSWERS[op];
  if (expected === undefined) return [];
  return [{ expected, run: (stage) => stage.sendToGateway(payload as Body) }];
}

type Place = 'message' | 'row' | 'modal' | 'label';

/** Where a type of component may stand. @see https://docs.discord.com/developers/components/reference */
const PLACES: Readonly<Record<number, readonly Place[]>> = {
  1: ['message'],
  2: ['row'],
  3: ['row', 'label'],
  4: ['label'],
  5: ['row', 'label'],
  6: ['row', 'label'],
  7: ['row', 'label'],
  8: ['row', 'label'],
  9: ['message'],
  10: ['message', 'modal'],
  12: ['message'],
  13: ['message'],
  14: ['message'],
  17: ['message'],
  18: ['modal'],
  19: ['label'],
  21: ['label'],
  22: ['label'],
  23: ['label'],
};

/** A component alone is tried in every place: accepted where it may stand, refused everywhere else. */
function places(payload: unknown, file: string): readonly Trial[] {
  const [found] = (Array.isArray(payload) ? payload : [payload]) as { type: number }[];
  if (!found) return [];
  const inMessage = (components: unknown): readonly Trial[] => message({ flags: V2, components }, file);
  const attempts: Readonly<Record<Place, readonly Trial[]>> = {
    message: inMessage([found]),
    row: inMessage([{ type: 1, components: [found] }]),
    modal: modal([found]),
    label: modal([{ type: 18, label: 'Trial', component: found }]),
  };
  return Object.entries(attempts).flatMap(([place, trials]) =>
    trials.map((trial) => ({
      ...trial,
      name: `in ${place}`,
      expected: PLACES[found.type]?.includes(place as Place) ? 'accepted' : '50035',
    })),
  );
}
