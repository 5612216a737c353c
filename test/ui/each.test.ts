import { describe, expect, test } from '@jest/globals';
import type { ButtonContext, SelectContext, ViewLayout } from 'cogwork';
import { Button, Cog, Container, Section, Select, SlashCommand, State, View, ViewOptions } from 'cogwork';
import { RestartingWorld } from './support/restarting-world.js';
import { showView } from './support/show-view.js';

@ViewOptions({ id: 'noughts', timeoutMs: null })
class Noughts extends View {
  @State.string() cells = '.........';

  @Button({
    each: (view: Noughts) => [...view.cells].keys(),
    label: (view, cell) => view.cells[cell],
    style: (view, cell) => (view.cells[cell] === '.' ? 'secondary' : 'primary'),
    disabled: (view, cell) => view.cells[cell] !== '.',
  })
  async play(ctx: ButtonContext, cell: number): Promise<void> {
    this.cells = `${this.cells.slice(0, cell)}x${this.cells.slice(cell + 1)}`;
    await ctx.update(this);
  }
}

class Shop extends View {
  stock = ['tea', 'cake: lemon/lime 100%'];

  override render(): ViewLayout {
    return [new Container(this.stock.map((name) => new Section(name, this.part('buy', name))))];
  }

  @Button({ each: (view: Shop) => view.stock, label: (_view, name) => `Buy ${name}` })
  buy(_ctx: ButtonContext, name: string): string {
    return `Bought ${name}`;
  }

  @Select.string({
    each: (view: Shop) => view.stock,
    options: ['small', 'large'],
    placeholder: (_view, name) => `Size of ${name}`,
    hidden: (_view, name) => name !== 'tea',
  })
  size(_ctx: SelectContext, [size]: ('small' | 'large')[], name: string): string {
    return `${name} is ${size}`;
  }
}

describe('a button for each value', () => {
  test('stands in rows in the order of the values, and its handler gets the value', async () => {
    await using world = await showView(new Noughts(), { views: [Noughts] });
    const { alice, message } = world;
    expect(message.components.map(({ components }) => components?.length)).toEqual([5, 4]);
    await alice.click(message.buttons[7]!);
    expect(message.buttons.map(({ isDisabled, label }) => (isDisabled ? label : '')).join('|')).toBe(
      '|||||||x|',
    );
  });

  test('answers after a restart, and not with a value that was put in its place', async () => {
    @Cog({ views: [Noughts] })
    class Games {
      @SlashCommand('Starts a game')
      start(): Noughts {
        return new Noughts();
      }
    }
    await using world = new RestartingWorld();
    const { alice, general } = world;
    const first = await world.start({ cogs: [Games] });
    const message = await alice.slash(general, 'start');
    await first.close();
    await world.start({ cogs: [Games] });
    await alice.click(message.buttons[0]!);
    expect(message.buttons.map(({ label }) => label).join('')).toBe('x........');
    const { data } = message.buttons[1]!;
    Object.assign(data, { custom_id: String(data.custom_id).replace('play/1', 'play/8') });
    expect((await alice.click(message.buttons[1]!)).content).toBe('This cannot be used.');
  });

  test('is put into a layout by its value, whatever characters that has', async () => {
    await using world = await showView(new Shop());
    const { alice, message } = world;
    expect(message.components.map(({ type }) => type)).toEqual([17, 1]);
    expect((await alice.click(message.button('Buy tea'))).content).toBe('Bought tea');
    const cake = await alice.click(message.button('Buy cake: lemon/lime 100%'));
    expect(cake.content).toBe('Bought cake: lemon/lime 100%');
  });

  test('is no longer answered once its value is gone', async () => {
    const view = new Shop();
    await using world = await showView(view);
    view.stock = ['tea'];
    const { alice, message } = world;
    const late = await alice.click(message.button('Buy cake: lemon/lime 100%'));
    expect([late.ephemeral, late.content]).toEqual([true, expect.stringContaining('older version')]);
  });

  test('goes for selects too, which give the value last', async () => {
    await using world = await showView(new Shop());
    const { alice, message } = world;
    expect(message.selects.map(({ placeholder }) => placeholder)).toEqual(['Size of tea']);
    expect((await alice.select(message.select(), 'large')).content).toBe('tea is large');
  });

  test.each([
    ['a value twice', ['tea', 'tea'], 'INVALID_COMPONENT', 'Shop.buy has the value "tea" twice'],
    ['a value that makes the custom id too long', ['x'.repeat(90)], 'CUSTOM_ID_TOO_LONG', 'shorter values'],
  ])('refuses %s', async (_what, stock, code, reason) => {
    const view = new Shop();
    await using world = await showView('ready');
    view.stock = stock;
    const channel = await world.bot.channels.fetch(world.general.id);
    const sent = (channel as unknown as { send(view: View): Promise<unknown> }).send(view);
    await expect(sent).rejects.toMatchObject({ code, message: expect.stringContaining(reason) });
  });
});
