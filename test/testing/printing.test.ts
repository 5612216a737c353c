import { inspect } from 'node:util';
import { describe, expect, test } from '@jest/globals';
import type { SlashContext } from 'cogwork';
import { Button, Cog, Input, Modal, OnSubmit, SlashCommand, View } from 'cogwork';
import { testBot } from 'cogwork/testing';

class Poll extends View {
  override render(): string {
    return 'Pizza?';
  }

  @Button({ label: 'Yes', style: 'success' })
  yes(): string {
    return 'Noted';
  }
}

@Modal('Report')
class Report {
  @Input.text('What happened?') story!: string;
}

@Cog()
class Desk {
  @SlashCommand('Asks everybody')
  ask(): Poll {
    return new Poll();
  }

  @SlashCommand('Asks one')
  async report(ctx: SlashContext): Promise<void> {
    await ctx.showModal(Report);
  }

  @OnSubmit(Report)
  take(): string {
    return 'Thanks';
  }

  @SlashCommand('Fails')
  fail(): void {
    throw new Error('out of paper');
  }
}

const world = () => testBot({ cogs: [Desk] });

describe('What a test prints', () => {
  test('shows of a message who wrote it, what it says and what can be pressed', async () => {
    const { alice, general } = await world();
    const poll = await alice.slash(general, 'ask');
    expect(inspect(poll)).toBe("SeenMessage { author: 'bot', content: 'Pizza?', buttons: [ 'Yes' ] }");
    expect(inspect(poll.button('Yes'))).toMatch(/^SeenButton \{\s+label: 'Yes',\s+style: 'success',/);
    expect(inspect(await alice.say(general, 'hello'))).toBe(
      "SeenMessage { author: 'alice', content: 'hello' }",
    );
  });

  test('shows of a modal its title and fields', async () => {
    const { alice, general } = await world();
    const opened = await alice.slash(general, 'report');
    const fields = "{ modal: 'Report', fields: [ 'What happened?' ] }";
    expect([inspect(opened), inspect(opened.modal)]).toEqual([
      `SeenMessage ${fields}`,
      `SeenModal ${fields}`,
    ]);
  });

  test('shows of people and places their names, and no token', async () => {
    const { account, alice, general, guild } = await world();
    await alice.say(general, 'hello');
    expect(inspect(alice)).toBe(`Person { id: '${alice.id}', name: 'alice' }`);
    expect(inspect(general)).toMatch(/name: 'general',\s+transcript: \[ 'alice: hello' \]/);
    expect(inspect(guild)).toMatch(/^EmulatedGuild \{[\s\S]*channels: \[ 'general' \]/);
    expect(inspect(account)).toMatch(/^EmulatedBot \{[\s\S]*commands: \[ 'ask', 'report', 'fail' \]/);
    expect(inspect(account, { showHidden: true, depth: 9 })).not.toContain(account.token);
  });

  test('shows the lines of the log, with facts and errors', async () => {
    const { alice, general, logs } = await world();
    await alice.slash(general, 'fail').catch(() => undefined);
    expect(String(logs)).toMatch(/^info {2}client: Logged in as bot, in 1 guild/m);
    expect(String(logs)).toMatch(/^error .*cog=Desk method=fail.*\nError: out of paper\n {4}at /m);
    expect(inspect(logs)).toBe(`RecordingLogger, ${logs.entries.length} lines\n${logs}`);
  });
});

describe('A press that nobody answers', () => {
  const words = /"bot" is not connected, and has no interactions endpoint, so nobody can answer/;

  test('says of a bot that is closed that it is', async () => {
    const { alice, bot, general } = await world();
    const poll = await alice.slash(general, 'ask');
    await bot.close();
    await expect(alice.click(poll.button('Yes'))).rejects.toMatchObject({
      code: 'NO_ANSWER',
      message: expect.stringMatching(words),
    });
  });

  test('says of a bot that has lost its connection that it has, and is answered once it is back', async () => {
    const { alice, clock, discord, general } = await world();
    const poll = await alice.slash(general, 'ask');
    discord.faults.dropGateway();
    await expect(alice.click(poll.button('Yes'))).rejects.toThrow(words);
    await clock.advance('10s');
    expect((await alice.click(poll.button('Yes'))).content).toBe('Noted');
  });
});
