import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import type { Message, SlashContext } from 'cogwork';
import { Check, Cog, Listen, SlashCommand } from 'cogwork';
import { testBot } from 'cogwork/testing';
import { countBots } from '../../examples/observability/metrics.js';
import type { Span } from '../../examples/observability/tracing.js';
import { traceBots } from '../../examples/observability/tracing.js';

@Cog()
class Desk {
  @SlashCommand('Says hello') async hello(ctx: SlashContext): Promise<string> {
    await ctx.host.rest.users.get(ctx.user.id);
    return 'hello';
  }
  @SlashCommand('Fails') fail(): never {
    throw new RangeError('broken');
  }
  @SlashCommand('Closed')
  @Check(function isOpen() {
    return false;
  })
  closed(): string {
    return 'never';
  }
  @Listen('messageCreate') async echo(message: Message): Promise<void> {
    if (message.content === 'ping') await message.reply('pong');
  }
}

/** Span that remembers what became of it. */
class RecordedSpan implements Span {
  static readonly all: RecordedSpan[] = [];
  readonly errors: Error[] = [];
  status: { code: number; message?: string } | undefined;
  ends = 0;

  constructor(
    readonly name: string,
    readonly attributes: Record<string, unknown>,
    readonly parent: RecordedSpan | undefined,
  ) {
    RecordedSpan.all.push(this);
  }

  get path(): string {
    return `${this.parent ? `${this.parent.path} > ` : ''}${this.name}`;
  }
  setAttributes(attributes: Record<string, unknown>): void {
    Object.assign(this.attributes, attributes);
  }
  setStatus(status: { code: number; message?: string }): void {
    this.status = status;
  }
  recordException(error: Error): void {
    this.errors.push(error);
  }
  end(): void {
    this.ends += 1;
  }
}

test('tracing makes a span of everything, within what caused it, and ends each of them once', async () => {
  const { account, alice, discord, general } = await testBot({ cogs: [Desk] });
  const stop = traceBots<RecordedSpan, RecordedSpan>({
    tracer: {
      startSpan: (name, { attributes }, parent) => new RecordedSpan(name, { ...attributes }, parent),
    },
    contextOf: (span) => span,
  });
  await alice.slash(general, 'hello');
  await alice.slash(general, 'fail');
  await alice.slash(general, 'closed');
  await alice.say(general, 'ping');
  await discord.settle();
  stop();
  const { all } = RecordedSpan;
  const paths = all.map(({ path }) => path);
  expect(paths).toContain('INTERACTION_CREATE > Desk.hello > GET /users/{}');
  expect(paths).toContain('INTERACTION_CREATE > Desk.hello > POST /interactions/{}/{}/callback');
  expect(paths).toContain('MESSAGE_CREATE > Desk.echo > POST /channels/{}/messages');
  expect(all.filter(({ ends }) => ends !== 1)).toEqual([]);
  const named = (name: string): RecordedSpan | undefined => all.find((span) => span.name === name);
  expect(named('GET /users/{}')?.attributes).toMatchObject({ attempt: 1, status: 200, waitedMs: 0 });
  expect(named('Desk.hello')?.attributes).toMatchObject({ botId: account.id, outcome: 'completed' });
  expect(named('Desk.fail')).toMatchObject({ status: { code: 2, message: 'broken' } });
  expect(named('Desk.fail')?.errors).toEqual([expect.any(RangeError)]);
  expect(named('Desk.closed')?.attributes).toMatchObject({ outcome: 'refused', refusedBy: 'isOpen' });
  const before = all.length;
  await alice.slash(general, 'hello');
  expect(all).toHaveLength(before);
});

test('metrics count handlers, requests, frames and shards in the text that Prometheus reads', async () => {
  const metrics = countBots();
  const { alice, bot, discord, general } = await testBot({ cogs: [Desk] });
  await alice.slash(general, 'hello');
  await alice.slash(general, 'closed');
  await discord.settle();
  const text = metrics.text();
  expect(text).toContain('# TYPE bot_handlers_total counter');
  expect(text).toContain('bot_handlers_total{kind="slash command",name="hello",outcome="completed"} 1');
  expect(text).toContain('bot_handlers_total{kind="slash command",name="closed",outcome="refused"} 1');
  expect(text).toContain('bot_requests_total{method="GET",route="/users/{}",status="200"} 1');
  expect(text).toContain('bot_gateway_frames_total{event="INTERACTION_CREATE",parsed="true"} 2');
  expect(text).toContain('bot_shard_ready{shard="0"} 1');
  await bot.close();
  expect(metrics.text()).toContain('bot_shard_ready{shard="0"} 0');
  metrics.stop();
});

test.each(['tracing', 'metrics'])('the guide shows %s as it is run here', (name) => {
  const guide = readFileSync('docs/observability.md', 'utf8');
  const file = readFileSync(`examples/observability/${name}.ts`, 'utf8');
  expect(guide).toContain(`\`\`\`ts\n// ${name}.ts\n${file}\`\`\``);
});
