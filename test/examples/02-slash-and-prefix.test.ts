import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { Help } from 'cogwork';
import type { TestWorld } from 'cogwork/testing';
import { testBot } from 'cogwork/testing';
import 'cogwork/testing/jest';
import { Atlas } from '../../examples/02-slash-and-prefix/atlas.js';
import { Dice } from '../../examples/02-slash-and-prefix/dice.js';
import { Menus } from '../../examples/02-slash-and-prefix/menus.js';

let world: TestWorld;

beforeEach(async () => {
  world = await testBot({ cogs: [Help, Atlas, Dice, Menus], prefix: '!', trackEdits: 100 });
});

afterEach(() => world.close());

/** Total of a throw, and the dice that it shows. */
function readThrow(content = ''): { total: number; dice: number[] } {
  const [, total, dice = ''] = /^\*\*(-?\d+)\*\* \(([\d, ]+)\)$/.exec(content) ?? [];
  return { total: Number(total), dice: dice.split(', ').map(Number) };
}

const sum = (dice: readonly number[]): number => dice.reduce((all, eyes) => all + eyes, 0);

test('one handler throws dice for a slash command, a typed one, and its alias', async () => {
  const { alice, general } = world;
  const slash = readThrow((await alice.slash(general, 'roll', { dice: '3d4+2' })).content);
  expect(slash.dice).toHaveLength(3);
  expect(slash.total).toBe(sum(slash.dice) + 2);
  const typed = readThrow((await alice.say(general, '!roll 5d6 yes')).reply?.content);
  expect(typed.total).toBe(Math.max(...typed.dice));
  const short = readThrow((await alice.say(general, '!r')).reply?.content);
  expect(short.dice).toHaveLength(1);
});

test('a throw that cannot be read is explained on both surfaces', async () => {
  const { alice, general, logs } = world;
  const reason = '`dice` cannot take "many": write a throw such as d20, 2d6 or 3d8+2.';
  const refused = await alice.slash(general, 'roll', { dice: 'many' });
  expect(refused.content).toBe(reason);
  expect(refused).toBeEphemeral();
  expect(await alice.say(general, '!roll many')).toHaveReplied(reason);
  expect(logs.of('error')).toEqual([]);
});

test('countries are suggested, and typed with spaces', async () => {
  const { alice, general } = world;
  const suggested = await alice.suggest(general, 'capital', { option: 'country', text: 'ra' });
  expect(suggested.map(({ name }) => name)).toEqual(['Brazil', 'France']);
  expect((await alice.slash(general, 'capital', { country: 'France' })).content).toMatch(/^Paris/);
  expect(await alice.say(general, '!capital South Africa')).toHaveReplied(/^Pretoria/);
});

test('an answer can be an embed for one person', async () => {
  const { alice, bob, general } = world;
  const answer = await alice.slash(general, 'distance', { km: 100, unit: 'leagues' });
  expect(answer).toShowEmbed({ title: '100 km', description: '20.7 leagues' });
  expect(bob.read(general)).toHaveLength(0);
  await expect(alice.slash(general, 'distance', { km: -1 })).rejects.toThrow(/km/);
});

test('flags come in any order, and a correction runs the command again', async () => {
  const { alice, general } = world;
  const said = await alice.say(general, '!route --to Oslo --from Paris');
  expect(said).toHaveReplied('Paris → Oslo: take the night train.');
  await alice.edit(said, '!route --to Rome --from Paris');
  expect(said.replies.map(({ content }) => content)).toEqual(['Paris → Rome: take the night train.']);
});

test('menus answer about a person and a message', async () => {
  const { alice, bob, general } = world;
  expect((await alice.userCommand(general, 'Since when?', bob)).content).toMatch(/^bob joined <t:\d+:R>\.$/);
  const said = await bob.say(general, 'To be or not to be');
  expect(await alice.messageCommand(said, 'Quote')).toShowEmbed({
    author: { name: 'bob' },
    description: 'To be or not to be',
  });
});

test('help lists what can be typed', async () => {
  const { alice, general } = world;
  const help = (await alice.say(general, '!help')).reply;
  for (const name of ['roll', 'capital', 'route']) expect(help).toShowText(name);
  expect(help).not.toShowText('!distance');
  expect((await alice.say(general, '!help roll')).reply).toShowText('best');
});
