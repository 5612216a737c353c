/**
 * How many presses a second the router brings to their handlers, by kind of component.
 *
 *     npm run bench ui
 *
 * The transport answers at once, so what is measured is ours: reading the custom id, finding the handler, the pipeline,
 * and, for views, checking the seal, building the instance and rendering it anew. A second measurement without an answer
 * shows the routing alone. Order of magnitude to expect of routing: 100,000 a second on two cores.
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

const PRESSES = 50_000;
/** Presses that come at once; they are made just before, as frames are read one by one. */
const BATCH = 100;
const ROUNDS = 5;

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

function press(host: BotModelHost, index: number, customId: string): Interaction {
  const payload = {
    id: String(100_000_000_000_000_000n + BigInt(index)),
    application_id: '901',
    type: 3,
    token: 'token',
    version: 1,
    user: { id: '77', username: 'alice', discriminator: '0', avatar: null },
    message: { id: String(index), channel_id: '55', components: [], author: { id: '900' } },
    data: { component_type: 2, custom_id: customId },
  };
  return Interaction.of(host, payload as unknown as APIInteraction, host.clock.now());
}

async function measure(host: BotModelHost, router: ComponentRouter, customId: string): Promise<number> {
  let totalMs = 0;
  for (let at = 0; at < PRESSES; at += BATCH) {
    const presses = Array.from({ length: BATCH }, (_, index) => press(host, at + index, customId));
    const startMs = performance.now();
    await Promise.all(presses.map((interaction) => router.dispatch(interaction)));
    totalMs += performance.now() - startMs;
  }
  return PRESSES / (totalMs / 1000);
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
  const cases = {
    'path of a cog, among 1,001': 'poll/1234567890/vote/7',
    'view in memory': liveId!,
    'persistent view, sealed state': pressId!,
    'persistent view, updated': showId!,
  };
  for (const [name, customId] of Object.entries(cases)) {
    const rates: number[] = [];
    for (let round = 0; round < ROUNDS; round++) rates.push(await measure(host, router, customId));
    rates.sort((a, b) => a - b);
    const median = Math.round(rates[Math.floor(ROUNDS / 2)]!);
    console.log(`${name}: ${median.toLocaleString('en')} presses a second`);
  }
  router.close();
}

void main();
