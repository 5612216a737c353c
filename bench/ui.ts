/**
 * What a press costs, by kind of component, from its JSON to its answer, above parsing the JSON and calling a handler from a
 * map.
 *
 *     npm run bench ui
 *
 * The transport answers at once, so what is measured is ours: reading the custom id, finding the handler, the pipeline,
 * and, for views, checking the seal, building the instance and rendering it anew. Order of magnitude to expect of routing:
 * 100,000 presses a second on two cores, 10 µs for one.
 */
import type { APIInteraction } from 'discord-api-types/v10';
import { VirtualClock } from '../src/emulator/clock/virtual-clock.js';
import { Interaction } from '../src/interactions/interaction.js';
import { BotModelHost } from '../src/models/bot-model-host.js';
import type { RecordSource } from '../src/models/host.js';
import { Activity } from '../src/pipeline/activity.js';
import { ErrorChain } from '../src/pipeline/error-chain.js';
import type { Rest } from '../src/rest/rest.js';
import type { Constructor } from '../src/types/type-tools.js';
import { ComponentRouter } from '../src/ui/component-router.js';
import { Button } from '../src/ui/components/button.js';
import type { ButtonContext } from '../src/ui/components/button-context.js';
import { State } from '../src/ui/state/state.js';
import { deriveStateKey } from '../src/ui/state/state-seal.js';
import { View } from '../src/ui/views/view.js';
import { ViewOptions } from '../src/ui/views/view-options.js';
import { silentLogger } from '../src/utils/silent-logger.js';
import type { Run } from './support/rounds.js';
import { contest } from './support/rounds.js';

const PRESSES = 20_000;
/** Presses that come at once. */
const BATCH = 100;

class Polls {
  @Button('poll/:poll/vote/:choice(integer)')
  async vote(ctx: ButtonContext, _params: { poll: string; choice: number }): Promise<void> {
    await ctx.deferUpdate();
  }
}

@ViewOptions({ id: 'counter', timeoutMs: null })
class Counter extends View {
  @State.integer() count = 0;

  @Button({ label: (view: Counter) => `${view.count}` })
  async press(ctx: ButtonContext): Promise<void> {
    await ctx.deferUpdate();
  }

  @Button({ label: 'Show' })
  async show(ctx: ButtonContext): Promise<void> {
    this.count += 1;
    await ctx.update(this);
  }
}

class Greeting extends View {
  @Button({ label: 'Hello' })
  async hello(ctx: ButtonContext): Promise<void> {
    await ctx.deferUpdate();
  }
}

/** Host whose requests all succeed at once. */
function silentHost(): BotModelHost {
  const done = (): Promise<undefined> => Promise.resolve(undefined);
  const rest = { interactions: { createResponse: done } } as unknown as Rest;
  const records = {
    user: () => undefined,
    message: () => undefined,
    messageChanges: 0,
  } as unknown as RecordSource;
  const host = new BotModelHost({ clock: new VirtualClock(), records, rest });
  host.identify('900', '901');
  return host;
}

/** Presses on one component, each on a message of its own, as texts. */
function pressesOn(customId: string): readonly string[] {
  return Array.from({ length: PRESSES }, (_, index) =>
    JSON.stringify({
      id: String(100_000_000_000_000_000n + BigInt(index)),
      application_id: '901',
      type: 3,
      token: 'token',
      version: 1,
      user: { id: '77', username: 'alice', discriminator: '0', avatar: null },
      message: { id: String(index), channel_id: '55', components: [], author: { id: '900' } },
      data: { component_type: 2, custom_id: customId },
    }),
  );
}

/** Answers all presses, so many at once. */
async function answerAll(
  texts: readonly string[],
  answer: (payload: APIInteraction) => Promise<void>,
): Promise<number> {
  for (let at = 0; at < texts.length; at += BATCH) {
    await Promise.all(texts.slice(at, at + BATCH).map((text) => answer(JSON.parse(text) as APIInteraction)));
  }
  return texts.length;
}

async function idsOf(host: BotModelHost, view: View): Promise<string[]> {
  const { toMessageBody } = await import('../src/models/message-payload.js');
  const { body } = await toMessageBody(host, view);
  const rows = body.components as unknown as { components: { custom_id: string }[] }[];
  return rows.flatMap(({ components }) => components.map(({ custom_id: id }) => id));
}

async function main(): Promise<void> {
  const host = silentHost();
  const tools = {
    activity: new Activity(),
    clock: host.clock,
    errors: new ErrorChain({ logger: silentLogger }),
    logger: silentLogger,
  };
  const router = new ComponentRouter({
    host,
    tools,
    stateKey: deriveStateKey('bench'),
    construct: <T extends object>(viewClass: Constructor<T>) => new viewClass(),
    views: [Counter],
  });
  router.attach({ cogClass: Polls, instance: new Polls(), name: 'Polls' });
  for (let i = 0; i < 1000; i++) {
    const cog = { [`path${i}`]: class {} }[`path${i}`]!;
    Button(`word${i}/:id` as string)(cog.prototype, 'press', { value: () => undefined });
    Object.assign(cog.prototype, { press: () => undefined });
    router.attach({ cogClass: cog as Constructor, instance: new cog(), name: `Cog${i}` });
  }
  const [pressId, showId] = await idsOf(host, new Counter());
  const [liveId] = await idsOf(host, new Greeting());
  const bare = new Map([['word', () => Promise.resolve()]]);
  const ours = (customId: string): Run => {
    const texts = pressesOn(customId);
    const answer = (payload: APIInteraction): Promise<void> =>
      router.dispatch(Interaction.of(host, payload, host.clock.now()));
    return () => answerAll(texts, answer);
  };
  const words = pressesOn('word');
  await contest({
    floor: () => answerAll(words, ({ data }) => bare.get((data as { custom_id: string }).custom_id)!()),
    others: {
      'path of a cog, among 1,001': ours('poll/1234567890/vote/7'),
      'view in memory': ours(liveId!),
      'persistent view, sealed state': ours(pressId!),
      'persistent view, shown anew': ours(showId!),
    },
    rounds: 7,
  });
  router.close();
}

void main();
