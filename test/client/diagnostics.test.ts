/** What the channels of node:diagnostics_channel tell of a bot, by whatever way it is used. */
import { AsyncLocalStorage } from 'node:async_hooks';
import { afterEach, describe, expect, test } from '@jest/globals';
import type {
  ButtonContext,
  CheckContext,
  CommandTrace,
  DispatchTrace,
  GatewayFrameTrace,
  GatewayStateTrace,
  Message,
  ModalContext,
  RestTrace,
  SlashContext,
  TypedTracingChannel,
} from 'cogwork';
import {
  Button,
  Check,
  CheckFailedError,
  Cog,
  Cooldown,
  commandChannel,
  DiscordApiError,
  dispatchChannel,
  gatewayChannel,
  gatewayFrameChannel,
  Input,
  Intents,
  Listen,
  MaxConcurrency,
  Modal,
  OnError,
  OnSubmit,
  Option,
  restChannel,
  SlashCommand,
  Task,
  View,
} from 'cogwork';
import { testBot } from 'cogwork/testing';

type Phase = 'start' | 'end' | 'asyncStart' | 'asyncEnd' | 'error';

const unsubscribers: (() => void)[] = [];

afterEach(() => {
  for (const unsubscribe of unsubscribers.splice(0)) unsubscribe();
});

/** What a channel told of: phases in their order, and the messages as they were left in the end. */
interface Watch<Message> {
  readonly phases: Phase[];
  readonly messages: ReadonlySet<Message>;
  /** First message, as it was at the start. */
  first(): Message | undefined;
}

function watch<Message extends object>(channel: TypedTracingChannel<Message>): Watch<Message> {
  const phases: Phase[] = [];
  const messages = new Set<Message>();
  let first: Message | undefined;
  const note = (phase: Phase) => (message: Message) => {
    first ??= { ...message };
    phases.push(phase);
    messages.add(message);
  };
  const subscribers = {
    start: note('start'),
    end: note('end'),
    asyncStart: note('asyncStart'),
    asyncEnd: note('asyncEnd'),
    error: note('error'),
  };
  channel.subscribe(subscribers);
  unsubscribers.push(() => channel.unsubscribe(subscribers));
  return { phases, messages, first: () => first };
}

function watchFrames(): GatewayFrameTrace[] {
  const seen: GatewayFrameTrace[] = [];
  const note = (frame: GatewayFrameTrace): void => void seen.push(frame);
  gatewayFrameChannel.subscribe(note);
  unsubscribers.push(() => gatewayFrameChannel.unsubscribe(note));
  return seen;
}

function watchStates(): GatewayStateTrace[] {
  const seen: GatewayStateTrace[] = [];
  const note = (state: GatewayStateTrace): void => void seen.push(state);
  gatewayChannel.subscribe(note);
  unsubscribers.push(() => gatewayChannel.unsubscribe(note));
  return seen;
}

function isSunday(): boolean {
  return false;
}

function isPaid(): void {
  throw new CheckFailedError('Pay first.');
}

class RollOptions {
  @Option.integer('Sides', {
    minValue: 2,
    autocomplete: ({ value }) => (value === '9' ? fail('no nine') : []),
  })
  sides!: number;
}

@Modal('Feedback')
class Feedback {
  @Input.text('Name') name!: string;
}

function fail(message: string): never {
  throw new RangeError(message);
}

class Doors extends View {
  @Button({ label: 'Open' }) async open(ctx: ButtonContext): Promise<void> {
    await ctx.reply('opened');
  }
  override onTimeout(): void {
    fail('timed out badly');
  }
}

const errorHandlerSaw: string[] = [];

@Cog()
class Tools {
  @SlashCommand('Rolls', RollOptions) roll(_ctx: SlashContext, { sides }: RollOptions): string {
    return sides === 6 ? 'four' : fail('only six');
  }
  @SlashCommand('Closed') @Check(isSunday) sunday(): string {
    return 'open';
  }
  @SlashCommand('Paid') @Check(isPaid) paid(): string {
    return 'open';
  }
  @SlashCommand('Anonymous') @Check((_ctx: CheckContext) => false) anonymous(): string {
    return 'open';
  }
  @SlashCommand('Broken check') @Check(() => fail('check broke')) brokenCheck(): string {
    return 'open';
  }
  @SlashCommand('Cools') @Cooldown({ uses: 1, perMs: 60_000, by: 'user' }) cools(): string {
    return 'cool';
  }
  @SlashCommand('Waits') @MaxConcurrency({ uses: 1, by: 'guild' }) async waits(
    ctx: SlashContext,
  ): Promise<void> {
    await ctx.ask(Feedback, { timeoutMs: 60_000 });
  }
  @SlashCommand('Reads') async reads(ctx: SlashContext): Promise<string> {
    await ctx.host.rest.users.get(ctx.user.id);
    return 'read';
  }
  @SlashCommand('Doors') doors(): Doors {
    return new Doors();
  }
  @SlashCommand('Form') async form(ctx: SlashContext): Promise<void> {
    await ctx.showModal(Feedback);
  }
  @OnSubmit(Feedback) submitted(_ctx: ModalContext, { name }: Feedback): string {
    return name;
  }
  @OnError(RangeError) mistake(_ctx: unknown, error: Error): string {
    errorHandlerSaw.push(error.message);
    return 'sorry';
  }
}

@Cog()
class Ears {
  @Listen('messageCreate') async said(message: Message): Promise<void> {
    if (message.content === 'ping') await message.reply('pong');
    if (message.content === 'break') fail('broken listener');
  }
  @Task({ every: '1h' }) hourly(): never {
    return fail('broken task');
  }
}

/** Newest message about a handler. */
function newest({ messages }: Watch<CommandTrace>, method: string): CommandTrace | undefined {
  return [...messages].filter((trace) => trace.method === method).at(-1);
}

describe('the channel of commands', () => {
  test('tells of a command from its start to its end, with who used it where', async () => {
    const { account, alice, discord, general, guild } = await testBot({ cogs: [Tools] });
    const seen = watch(commandChannel);
    await alice.slash(general, 'roll', { sides: 6 });
    await discord.settle();
    expect(seen.phases).toEqual(['start', 'end', 'asyncStart', 'asyncEnd']);
    expect(seen.messages.size).toBe(1);
    expect(seen.first()).toEqual({
      botId: account.id,
      kind: 'slash command',
      name: 'roll',
      cog: 'Tools',
      method: 'roll',
      invocationId: expect.stringMatching(/^\d+$/),
      guildId: guild.id,
      channelId: general.id,
      userId: alice.id,
      outcome: 'running',
    });
    const [message] = seen.messages;
    expect(message).toMatchObject({ outcome: 'completed', step: 'handler', durationMs: 0 });
    expect(message).not.toHaveProperty('error');
  });

  test('measures how long a handler took by the clock of the bot', async () => {
    const { alice, clock, general } = await testBot({ cogs: [Tools] });
    const seen = watch(commandChannel);
    await alice.slash(general, 'waits');
    await clock.advance('1m');
    expect(newest(seen, 'waits')).toMatchObject({ outcome: 'completed', durationMs: 60_000 });
  });

  test('tells of an error before anybody takes care of it, and ends after that', async () => {
    const { alice, discord, general } = await testBot({ cogs: [Tools] });
    const seen = watch(commandChannel);
    const atError: unknown[] = [];
    const note = ({ outcome }: CommandTrace): void => void atError.push(outcome, ...errorHandlerSaw);
    commandChannel.error.subscribe(note);
    unsubscribers.push(() => commandChannel.error.unsubscribe(note));
    errorHandlerSaw.length = 0;
    expect((await alice.slash(general, 'roll', { sides: 4 })).content).toBe('sorry');
    await discord.settle();
    expect(atError).toEqual(['failed']);
    expect(errorHandlerSaw).toEqual(['only six']);
    expect(seen.phases.filter((phase) => phase !== 'end')).toEqual([
      'start',
      'error',
      'asyncStart',
      'asyncEnd',
    ]);
    expect(newest(seen, 'roll')).toMatchObject({
      outcome: 'failed',
      step: 'handler',
      error: expect.objectContaining({ message: 'only six' }),
    });
    expect(newest(seen, 'roll')).not.toHaveProperty('refusedBy');
  });

  test('names the check that refused, whatever it threw', async () => {
    const { alice, discord, general } = await testBot({ cogs: [Tools] });
    const seen = watch(commandChannel);
    for (const name of ['sunday', 'paid', 'anonymous', 'broken-check']) await alice.slash(general, name);
    await discord.settle();
    const refused = { outcome: 'refused', step: 'checks' };
    expect(newest(seen, 'sunday')).toMatchObject({ ...refused, refusedBy: 'isSunday' });
    expect(newest(seen, 'paid')).toMatchObject({ ...refused, refusedBy: 'isPaid' });
    expect(newest(seen, 'anonymous')).toMatchObject({ ...refused, refusedBy: 'CheckFailedError' });
    expect(newest(seen, 'brokenCheck')).toMatchObject({ outcome: 'failed', step: 'checks' });
  });

  test('names the limit that refused', async () => {
    const { alice, bob, discord, general } = await testBot({ cogs: [Tools] });
    const seen = watch(commandChannel);
    for (let use = 0; use < 2; use++) await alice.slash(general, 'cools');
    for (const person of [alice, bob]) await person.slash(general, 'waits');
    await discord.settle();
    const refused = { outcome: 'refused', step: 'limits' };
    expect(newest(seen, 'cools')).toMatchObject({ ...refused, refusedBy: 'CooldownError' });
    expect(newest(seen, 'waits')).toMatchObject({ ...refused, refusedBy: 'MaxConcurrencyError' });
  });

  test('tells of components, modals, autocompletion, views, listeners and tasks as well', async () => {
    const { account, alice, bot, clock, discord, general } = await testBot({ cogs: [Tools, Ears] });
    bot.listen('messageCreate', function plain() {});
    bot.once('messageCreate', function first() {});
    const seen = watch(commandChannel);
    await alice.say(general, 'ping');
    await alice.say(general, 'break');
    await alice.suggest(general, 'roll', { option: 'sides', text: '9' });
    const doors = await alice.slash(general, 'doors');
    await alice.click(doors.button('Open'));
    await alice.submit(await alice.slash(general, 'form'), { Name: 'Ada' });
    await clock.advance('1h');
    await discord.settle();
    const told = [...seen.messages].map(
      ({ kind, name, cog, method, outcome }) => `${kind} "${name}" ${cog}.${method}: ${outcome}`,
    );
    expect([...new Set(told)].sort()).toEqual([
      'autocomplete "roll sides" Tools.roll: failed',
      'button "open" Doors.open: completed',
      'listener "messageCreate" Ears.said: completed',
      'listener "messageCreate" Ears.said: failed',
      'listener "messageCreate" bot.first: completed',
      'listener "messageCreate" bot.plain: completed',
      'modal "feedback" Tools.submitted: completed',
      'slash command "doors" Tools.doors: completed',
      'slash command "form" Tools.form: completed',
      'task "hourly" Ears.hourly: failed',
      'view "timeout" Doors.onTimeout: failed',
    ]);
    expect(new Set([...seen.messages].map(({ botId }) => botId))).toEqual(new Set([account.id]));
  });
});

describe('the channel of dispatches', () => {
  test('tells of an event that is wanted, and of none that is not', async () => {
    const { account, alice, discord, general, guild } = await testBot({ cogs: [Tools, Ears] });
    const seen = watch(dispatchChannel);
    await alice.type(general);
    await alice.say(general, 'ping');
    await discord.settle();
    expect(seen.phases.slice(0, 2)).toEqual(['start', 'end']);
    expect(seen.first()).toEqual({
      botId: account.id,
      eventName: 'MESSAGE_CREATE',
      shardId: 0,
      guildId: guild.id,
    });
    expect([...seen.messages].map(({ eventName }) => eventName)).toEqual([
      'MESSAGE_CREATE',
      'MESSAGE_CREATE',
    ]);
    expect([...seen.messages][0]?.durationMs).toBe(0);
  });

  test('tells of an event that could not be handled, which goes no further', async () => {
    const { alice, discord, general, logs } = await testBot({ cogs: [Tools, Ears] });
    const seen = watch(dispatchChannel);
    discord.faults.sendDispatch('MESSAGE_CREATE', null);
    await discord.settle();
    expect(seen.phases).toEqual(['start', 'error', 'end']);
    expect([...seen.messages][0]?.error).toBeInstanceOf(TypeError);
    expect(logs.of('warn')[0]?.message).toContain('MESSAGE_CREATE could not be handled');
    expect((await alice.say(general, 'ping')).reply?.content).toBe('pong');
  });
});

describe('the channel of requests', () => {
  test('tells of a request with its route, its status and its bucket', async () => {
    const { account, bot, general } = await testBot();
    const seen = watch(restChannel);
    await bot.rest.channels.createMessage(general.id, { content: 'hi' });
    expect(seen.phases).toEqual(['start', 'end', 'asyncStart', 'asyncEnd']);
    expect(seen.first()).toEqual({
      botId: account.id,
      method: 'POST',
      route: '/channels/{}/messages',
      path: `/channels/${general.id}/messages`,
      attempt: 1,
      waitedMs: 0,
    });
    expect([...seen.messages][0]).toMatchObject({
      status: 200,
      bucket: expect.stringMatching(/^\w{8,}$/),
      durationMs: 0,
    });
  });

  test('counts attempts, and the time for which limits held it back', async () => {
    const { bot, clock, discord, general } = await testBot();
    const seen = watch(restChannel);
    discord.faults.failRequests({ status: 503, path: '/messages' });
    const sent = bot.rest.channels.createMessage(general.id, {
      content: 'hi',
      nonce: '1',
      enforce_nonce: true,
    });
    await clock.advance('1m');
    await sent;
    discord.faults.rateLimitRequests({ retryAfterMs: 2_000, path: '/channels' });
    const read = bot.rest.channels.get(general.id);
    await clock.advance('1m');
    await read;
    const [repeated, limited] = [...seen.messages];
    expect(repeated).toMatchObject({ attempt: 2, status: 200, waitedMs: 0 });
    expect(repeated?.durationMs).toBeGreaterThan(0);
    expect(limited).toMatchObject({ attempt: 2, status: 200, waitedMs: 2_000, durationMs: 2_000 });
  });

  test('tells of a request that failed', async () => {
    const { bot, general } = await testBot();
    const seen = watch(restChannel);
    await expect(bot.rest.channels.getMessage(general.id, '1')).rejects.toBeInstanceOf(DiscordApiError);
    expect(seen.phases).toEqual(['start', 'end', 'error', 'asyncStart', 'asyncEnd']);
    expect([...seen.messages][0]).toMatchObject({ status: 404, error: expect.any(DiscordApiError) });
  });

  test('shows no token of a webhook or an interaction', async () => {
    const { alice, bot, discord, general } = await testBot({ cogs: [Tools] });
    const webhook = await bot.rest.webhooks.create(general.id, { name: 'hook' });
    const seen = watch(restChannel);
    await bot.rest.webhooks.execute(webhook.id, webhook.token!, { content: 'hi' });
    await alice.slash(general, 'roll', { sides: 6 });
    await discord.settle();
    const paths = [...seen.messages].map(({ path }) => path);
    expect(paths[0]).toBe(`/webhooks/${webhook.id}/:token`);
    expect(paths.some((path) => /^\/interactions\/\d+\/:token\/callback/.test(path))).toBe(true);
    expect(JSON.stringify([...seen.messages])).not.toContain(webhook.token);
  });
});

test('a request made in a handler is within the run of that handler, and of the dispatch that brought it', async () => {
  const { alice, discord, general } = await testBot({ cogs: [Tools, Ears] });
  const chain = new AsyncLocalStorage<readonly string[]>();
  const within = (name: string): readonly string[] => [...(chain.getStore() ?? []), name];
  const requests: (readonly string[])[] = [];
  dispatchChannel.start.bindStore(chain, ({ eventName }: DispatchTrace) => within(eventName));
  commandChannel.start.bindStore(chain, ({ method }: CommandTrace) => within(method));
  const note = ({ route }: RestTrace): void => void requests.push(within(route));
  restChannel.start.subscribe(note);
  unsubscribers.push(
    () => dispatchChannel.start.unbindStore(chain),
    () => commandChannel.start.unbindStore(chain),
    () => restChannel.start.unsubscribe(note),
  );
  await Promise.all([alice.slash(general, 'reads'), alice.say(general, 'ping')]);
  await discord.settle();
  expect(requests).toContainEqual(['INTERACTION_CREATE', 'reads', '/users/{}']);
  expect(requests).toContainEqual(['INTERACTION_CREATE', 'reads', '/interactions/{}/{}/callback']);
  expect(requests).toContainEqual(['MESSAGE_CREATE', 'said', '/channels/{}/messages']);
  expect(requests.every((names) => names.length === 3)).toBe(true);
});

describe('the channels of the gateway', () => {
  test('tell of every state of a shard, and why a connection ended', async () => {
    const states = watchStates();
    const { account, bot, clock, discord } = await testBot();
    expect(states.map(({ previous, state }) => `${previous} → ${state}`)).toEqual([
      'idle → connecting',
      'connecting → queued',
      'queued → identifying',
      'identifying → ready',
    ]);
    states.length = 0;
    discord.faults.closeGateway(4000);
    await clock.advance('1m');
    await bot.close();
    expect(states).toMatchObject([
      { state: 'waiting', disconnect: { code: 4000, isOwn: false, next: 'resume' } },
      { state: 'connecting' },
      { state: 'resuming' },
      { state: 'ready' },
      { state: 'closed', disconnect: { code: 1000, isOwn: true, next: 'closed' } },
    ]);
    expect(states.every(({ botId, shardId }) => botId === account.id && shardId === 0)).toBe(true);
    expect(states[1]).not.toHaveProperty('disconnect');
  });

  test('tell of an end for good', async () => {
    const { account, bot, discord } = await testBot();
    const states = watchStates();
    discord.faults.closeGateway(4004);
    await bot.closed();
    expect(states[0]).toMatchObject({
      botId: account.id,
      state: 'closed',
      disconnect: { code: 4004, next: 'fatal' },
    });
  });

  test('tell of every frame: what it is, how large, and whether its body was parsed', async () => {
    const frames = watchFrames();
    const intents = Intents.default().with('GuildMessages').with('GuildMessageTyping');
    const { account, alice, discord, general } = await testBot({ cogs: [Ears], intents });
    expect(frames[0]).toMatchObject({ botId: undefined, opcode: 10, eventName: null, isParsed: true });
    frames.length = 0;
    await alice.type(general);
    await alice.say(general, 'hello');
    await discord.settle();
    const common = { botId: account.id, shardId: 0, opcode: 0, sequence: expect.any(Number) };
    const bytes = expect.any(Number);
    expect(frames).toEqual([
      { ...common, eventName: 'TYPING_START', bytes, isParsed: false },
      { ...common, eventName: 'MESSAGE_CREATE', bytes, isParsed: true },
    ]);
    expect(frames[1]?.bytes).toBeGreaterThan(200);
  });
});
