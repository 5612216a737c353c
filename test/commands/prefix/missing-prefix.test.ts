import { expect, test } from '@jest/globals';
import type { BotOptions } from 'cogwork';
import { Cog, PrefixCommand } from 'cogwork';
import { testBot } from 'cogwork/testing';
import 'cogwork/testing/jest';

@Cog()
class Typed {
  @PrefixCommand('Answers')
  ping(): string {
    return 'pong';
  }

  @PrefixCommand('Answers too')
  pong(): string {
    return 'ping';
  }
}

const world = (options: BotOptions) => testBot({ cogs: [Typed], ...options });

test('A bot without a prefix tells once how its typed commands are called, and is called so', async () => {
  const { account, alice, general, logs } = await world({});
  const told = logs.of('info').filter(({ message }) => message.includes('as in "@bot ping"'));
  expect(told).toHaveLength(1);
  expect(told[0]?.message).toContain("new Bot({ prefix: '!' })");
  expect(await alice.say(general, `${account.mention} ping`)).toHaveReplied('pong');
});

test('A bot whose typed commands nothing can call is warned of them', async () => {
  const { logs } = await world({ mentionPrefix: false });
  expect(logs).toHaveLogged('warn', /^Nothing can call typed commands such as "ping"/);
});

test.each<[BotOptions]>([[{ prefix: '!' }], [{ prefix: [] }], [{ prefix: () => '?' }], [{ cogs: [] }]])(
  'Nothing is told of %p',
  async (options) => {
    const { logs } = await world(options);
    expect(String(logs)).not.toMatch(/yped commands/);
  },
);
