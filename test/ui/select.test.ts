import { describe, expect, test } from '@jest/globals';
import type { Channel } from '../../src/models/channel.js';
import type { Role } from '../../src/models/role.js';
import type { User } from '../../src/models/user.js';
import { Select } from '../../src/ui/components/select.js';
import type { SelectChoice } from '../../src/ui/components/select-choice.js';
import type { SelectContext } from '../../src/ui/components/select-context.js';
import { View } from '../../src/ui/views/view.js';
import { ComponentBench } from './support/component-bench.js';

const people = { '5': { id: '5', username: 'bob', discriminator: '0', avatar: null, global_name: null } };
const roles = { '6': { id: '6', name: 'mods', permissions: '0', color: 0, position: 1 } };

class Team extends View {
  readonly seen: unknown[] = [];
  colours = ['red', 'blue'];

  @Select.string({
    options: (view: Team) => view.colours,
    placeholder: (view: Team) => `${view.colours.length} colours`,
  })
  colour(_ctx: SelectContext, values: string[]): void {
    this.seen.push(values);
  }

  @Select.user({ maxValues: 3, id: 'who' })
  invite(ctx: SelectContext, users: User[]): void {
    this.seen.push(
      users.map(({ username }) => username),
      ctx.members.length,
    );
  }

  @Select.mentionable({ maxValues: 2, defaultValues: [{ id: '6', type: 'role' }] })
  mention(_ctx: SelectContext, given: (User | Role)[]): void {
    this.seen.push(given.map((one) => ('username' in one ? one.username : one.name)));
  }

  @Select.channel({ channelTypes: [0], hidden: (view: Team) => view.colours.length > 2 })
  place(_ctx: SelectContext, [channel]: Channel[]): void {
    this.seen.push(channel?.id);
  }
}

async function use(bench: ComponentBench, id: string, type: number, values: string[], resolved: object = {}) {
  const component = bench.discord.components(id).find((one) => one.type === type)!;
  const data = { values, resolved };
  await bench.router.dispatch(
    bench.discord.press(bench.discord.message(id), String(component.custom_id), data),
  );
}

describe('a select in a view', () => {
  test('shows what its functions say, each in a row of its own', async () => {
    const bench = new ComponentBench();
    const view = new Team();
    view.colours = ['red', 'green', 'blue'];
    const { id } = await bench.discord.slash().responder.reply(view);
    expect(bench.discord.message(id).components).toHaveLength(3);
    expect(bench.discord.components(id)).toEqual([
      expect.objectContaining({
        type: 3,
        placeholder: '3 colours',
        options: [
          { label: 'red', value: 'red' },
          { label: 'green', value: 'green' },
          { label: 'blue', value: 'blue' },
        ],
      }),
      expect.objectContaining({ type: 5, max_values: 3, custom_id: expect.stringMatching(/:who$/) }),
      expect.objectContaining({ type: 7, default_values: [{ id: '6', type: 'role' }] }),
    ]);
  });

  test('gives its handler texts, users, roles and channels', async () => {
    const bench = new ComponentBench();
    const view = new Team();
    const { id } = await bench.discord.slash().responder.reply(view);
    await use(bench, id, 3, ['blue']);
    await use(bench, id, 5, ['5'], { users: people });
    await use(bench, id, 7, ['5'], { users: people, roles });
    await use(bench, id, 8, ['9'], { channels: { '9': { id: '9', type: 0, name: 'general' } } });
    expect(view.seen).toEqual([['blue'], ['bob'], 0, ['bob'], '9']);
  });

  test.each([
    ['no options', { options: [] }, '0 options'],
    ['26 options', { options: Array.from({ length: 26 }, (_, i) => `${i}`) }, '26 options'],
    ['a value twice', { options: ['a', 'a'] }, '"a" twice'],
    ['a label of 101 characters', { options: [{ value: 'a', label: 'x'.repeat(101) }] }, '101 characters'],
    ['more values than options', { options: ['a'], maxValues: 2 }, 'at most 1'],
    ['a placeholder of 151 characters', { options: ['a'], placeholder: 'x'.repeat(151) }, '150'],
    ['a row beyond the last', { options: ['a'], row: 5 }, 'no row 5'],
    ['an id that no custom id can have', { options: ['a'], id: 'a:b' }, '"a:b"'],
    [
      'more selected from the start than can be',
      {
        options: [
          { value: 'a', default: true },
          { value: 'b', default: true },
        ],
      },
      '2 values selected from the start, and 1 to 1',
    ],
  ])('refuses %s where it is declared', (_what, options, reason) => {
    const declare = (): unknown => {
      class Wrong extends View {
        @Select.string(options as { options: SelectChoice[] })
        pick(): void {}
      }
      return Wrong;
    };
    expect(declare).toThrow(reason);
  });

  test('refuses what a function gives when the view is shown', async () => {
    class Wrong extends View {
      @Select.string({ options: () => [] })
      pick(): void {}
    }
    const bench = new ComponentBench();
    await expect(bench.discord.slash().responder.reply(new Wrong())).rejects.toThrow('0 options');
  });

  test('refuses fewer default values than have to be selected', () => {
    const declare = (): unknown => {
      class Wrong extends View {
        @Select.user({ minValues: 2, maxValues: 3, defaultValues: ['1'] })
        pick(): void {}
      }
      return Wrong;
    };
    expect(declare).toThrow('1 values selected from the start, and 2 to 3');
  });
});

describe('a select with a path on a cog', () => {
  test('gives its handler the values and then the parameters', async () => {
    class Teams {
      readonly seen: unknown[] = [];
      @Select.role('team/:team(integer)/roles')
      roles(_ctx: SelectContext, chosen: Role[], { team }: { team: number }): void {
        this.seen.push(
          chosen.map(({ name }) => name),
          team,
        );
      }
    }
    const bench = new ComponentBench();
    const teams = new Teams();
    bench.router.attach({ cogClass: Teams, instance: teams, name: 'Teams' });
    const select = Select.role.to('team/:team(integer)/roles', { team: 3 }, { placeholder: 'Roles' });
    const message = bench.discord.post({ components: [{ type: 1, components: [select] }] });
    const press = bench.discord.receive({
      type: 3,
      guild_id: '1',
      message,
      data: { component_type: 6, custom_id: select.custom_id, values: ['6'], resolved: { roles } },
    });
    await bench.router.dispatch(press);
    expect(teams.seen).toEqual([['mods'], 3]);
  });
});
