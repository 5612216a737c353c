import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import type { ButtonContext } from 'cogwork';
import { Button, Cog, FileStateStore, SlashCommand, State, View, ViewOptions } from 'cogwork';
import { testBot } from 'cogwork/testing';
import 'cogwork/testing/jest';
import { Polls } from '../../examples/04-persistent-views/polls.js';
import { RoleMenu } from '../../examples/04-persistent-views/role-menu.js';
import { EmulatedHome } from '../package/emulated-home.js';

const folder = mkdtempSync(join(tmpdir(), 'cogwork-polls-'));
afterAll(() => rmSync(folder, { recursive: true }));

const cogs = [Polls, RoleMenu];

/** Poll as it was before it knew who asked. */
@ViewOptions({ id: 'poll', timeoutMs: null })
class FirstPoll extends View {
  @State.string() question = 'Old?';
  @State.json() answers = ['Yes', 'No'];
  @State.json() votes: Record<string, number> = {};

  @Button({ label: 'Yes', id: 'vote' })
  async yes(ctx: ButtonContext): Promise<void> {
    this.votes[ctx.user.id] = 0;
    await ctx.update(this);
  }

  @Button({ label: 'End' })
  end(): void {}
}

@Cog({ views: [FirstPoll] })
class FirstPolls {
  @SlashCommand('Asks everybody')
  poll(): FirstPoll {
    return new FirstPoll();
  }
}
const pizza = { question: 'Pizza?', answers: 'Yes No "Only with pineapple"' };

describe('a poll', () => {
  test('counts the last vote of each person, and is ended by who asked', async () => {
    const { alice, bob, general } = await testBot({ cogs });
    const poll = await alice.slash(general, 'poll', pizza);
    await alice.select(poll.select(), 'Yes');
    await bob.select(poll.select(), 'No');
    await bob.select(poll.select(), 'Only with pineapple');
    expect(poll.content.split('\n')).toEqual([
      '**Pizza?**',
      '██████░░░░░░ 1 Yes',
      '░░░░░░░░░░░░ 0 No',
      '██████░░░░░░ 1 Only with pineapple',
    ]);
    const refused = await bob.click(poll.button('End'));
    expect(refused).toShowText(`Only <@${alice.id}> or a moderator`);
    expect(refused).toBeEphemeral();
    await alice.click(poll.button('End'));
    expect(poll).toShowText('The poll has ended.');
    expect(poll).not.toShowSelect();
    expect(poll).not.toShowButton('End');
  });

  test('needs no time limit: it is answered a day later', async () => {
    const { alice, clock, general } = await testBot({ cogs });
    const poll = await alice.slash(general, 'poll', { question: 'Here?', answers: 'A B' });
    await clock.advance('1d');
    expect(await alice.select(poll.select(), 'A')).toShowText('████████████ 1 A');
  });

  test('with many votes keeps them in a file', async () => {
    const stateStore = new FileStateStore(folder);
    const { alice, general, join: newcomer } = await testBot({ cogs, stateStore });
    const poll = await alice.slash(general, 'poll', pizza);
    for (let n = 0; n < 8; n++) await newcomer(`voter${n}`).select(poll.select(), 'Yes');
    expect(poll).toShowText('████████████ 8 Yes');
    expect(readdirSync(folder)).toHaveLength(1);
  });

  test('of the first version is taken over, and ended by a moderator', async () => {
    const { alice, bot, general, owner } = await testBot({ cogs: [FirstPolls] });
    const poll = await alice.slash(general, 'poll');
    await alice.click(poll.button('Yes'));
    await bot.reloadCog(FirstPolls, Polls);
    expect(await alice.click(poll.button('End'))).toShowText('Only');
    expect(await owner.click(poll.button('End'))).toShowText('The poll has ended.');
    expect(poll).toShowText('**Old?**\n████████████ 1 Yes');
  });
});

describe('a poll in one process after the other', () => {
  test('goes on where it was, with its votes', async () => {
    await using home = new EmulatedHome();
    const { alice, bot, discord, general, guild } = home;
    const program = {
      command: process.execPath,
      args: ['--import', 'tsx', 'examples/04-persistent-views/main.ts'],
      env: { VIEWS: join(folder, 'processes') },
    };
    const first = await home.start(program, resolve('.'));
    const poll = await alice.slash(general, 'poll', pizza);
    const voters = Array.from({ length: 6 }, (_, n) => discord.createUser(`voter${n}`));
    for (const voter of voters) {
      guild.add(voter);
      await voter.select(poll.select(), 'No');
    }
    expect(await first.stop()).toBe(0);

    bot.record.commands.clear();
    await home.start(program, resolve('.'));
    await alice.select(poll.select(), 'Yes');
    expect(poll.content).toMatch(/1 Yes\n.* 6 No\n/);
    expect(await alice.click(poll.button('End'))).toShowText('The poll has ended.');
  }, 60_000);
});

describe('buttons for roles', () => {
  test('give and take a role', async () => {
    const { alice, general, guild, owner } = await testBot({ cogs });
    const reader = guild.createRole('Reader');
    const menu = await owner.slash(general, 'roles', { text: 'Take what you like', first: reader.id });
    const given = await alice.click(menu.button('Reader'));
    expect(given.content).toBe(`Given: <@&${reader.id}>`);
    expect(given).toBeEphemeral();
    expect((await alice.click(menu.button('Reader'))).content).toBe(`Taken: <@&${reader.id}>`);
  });

  test('are refused for roles with powers, for those above the bot, and by who may not', async () => {
    const { alice, general, guild, owner } = await testBot({ cogs });
    const moderator = guild.createRole('Moderator', 4n);
    const refused = await owner.slash(general, 'roles', { text: 'No', first: moderator.id });
    expect(refused.content).toBe('Moderator is no role to take by a button.');
    await expect(alice.slash(general, 'roles', { text: 'No', first: moderator.id })).rejects.toThrow(
      /ManageRoles/,
    );
  });

  test('say so when the role has got out of reach meanwhile', async () => {
    const { alice, bot, discord, general, guild, owner } = await testBot({ cogs });
    const reader = guild.createRole('Reader');
    const menu = await owner.slash(general, 'roles', { text: 'Take it', first: reader.id });
    await bot.rest.roles.delete(guild.id, reader.id);
    await discord.settle();
    expect(await alice.click(menu.button('Reader'))).toShowText('I cannot give you this role any more.');
  });
});
