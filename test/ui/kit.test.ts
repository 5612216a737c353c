import { describe, expect, test } from '@jest/globals';
import { Confirm } from '../../src/ui/kit/confirm.js';
import { Menu } from '../../src/ui/kit/menu.js';
import { Paginator } from '../../src/ui/kit/paginator.js';
import type { View } from '../../src/ui/views/view.js';
import { ComponentBench } from './support/component-bench.js';
import { press } from './support/use-view.js';

async function show(bench: ComponentBench, view: View): Promise<string> {
  return (await bench.discord.slash().responder.reply(view)).id;
}

function labels(bench: ComponentBench, id: string): unknown[] {
  return bench.discord.components(id).map(({ disabled, label }) => (disabled ? `(${String(label)})` : label));
}

async function submit(
  bench: ComponentBench,
  fields: Record<string, string>,
  more: object = {},
): Promise<void> {
  const modal = bench.discord.requests.filter(({ body }) => body.type === 9).at(-1)!.body.data as {
    custom_id: string;
  };
  const components = Object.entries(fields).map(([id, value]) => ({
    type: 18,
    component: { custom_id: id, value },
  }));
  await bench.router.submit(
    bench.discord.receive({ type: 5, data: { custom_id: modal.custom_id, components }, ...more }),
  );
}

describe('a paginator', () => {
  test('turns to the first, previous, next and last page, and no further', async () => {
    const bench = new ComponentBench();
    const id = await show(bench, new Paginator(['one', { title: 'Two' }, { content: 'three' }]));
    expect(labels(bench, id)).toEqual(['(«)', '(‹)', '1/3', '›', '»']);
    await press(bench, id, '›');
    expect(bench.discord.message(id)).toMatchObject({ content: '', embeds: [{ title: 'Two' }] });
    await press(bench, id, '»');
    expect(bench.discord.message(id)).toMatchObject({ content: 'three', embeds: [] });
    expect(labels(bench, id)).toEqual(['«', '‹', '3/3', '(›)', '(»)']);
    await press(bench, id, '‹');
    await press(bench, id, '«');
    expect(bench.discord.message(id).content).toBe('one');
  });

  test('goes round when it loops', async () => {
    const bench = new ComponentBench();
    const id = await show(bench, new Paginator(['one', 'two'], { loop: true }));
    await press(bench, id, '↩');
    expect(bench.discord.message(id).content).toBe('two');
    expect(labels(bench, id)).toEqual(['«', '‹', '2/2', '↪', '(»)']);
    await press(bench, id, '↪');
    expect(bench.discord.message(id).content).toBe('one');
  });

  test('takes pages of an async iterable only as they are looked at', async () => {
    let taken = 0;
    async function* pages(): AsyncGenerator<string> {
      for (taken = 1; taken <= 50; taken++) yield `page ${taken}`;
    }
    const bench = new ComponentBench();
    const id = await show(bench, new Paginator(pages()));
    expect(taken).toBe(2);
    expect(labels(bench, id)[2]).toBe('1/…');
    await press(bench, id, '›');
    expect(taken).toBe(3);
    await press(bench, id, '»');
    expect(bench.discord.message(id).content).toBe('page 50');
    expect(labels(bench, id)[2]).toBe('50/50');
  });

  test('jumps to the page that is typed into its modal', async () => {
    const bench = new ComponentBench();
    const id = await show(bench, new Paginator(['one', 'two', 'three']));
    const pressed = press(bench, id, '1/3');
    await bench.discord.clock.advance(1);
    await submit(bench, { page: '3' }, { message: bench.discord.message(id) });
    await pressed;
    expect(bench.discord.message(id).content).toBe('three');
  });

  test('turns by its menu, which shows 25 pages around the present one', async () => {
    const bench = new ComponentBench();
    const pages = Array.from({ length: 60 }, (_, index) => `page ${index + 1}`);
    const id = await show(bench, new Paginator(pages, { menu: true, startPage: 29 }));
    const menu = bench.discord.components(id).find(({ type }) => type === 3)!;
    const options = menu.options as { label: string; default: boolean }[];
    expect([options.length, options.find((option) => option.default)?.label]).toEqual([25, 'Page 30']);
    await press(bench, id, String(menu.custom_id), { values: ['20'] });
    expect(bench.discord.message(id).content).toBe('page 21');
  });

  test('has no buttons for a single page, and says so when there is none', async () => {
    const bench = new ComponentBench();
    expect(labels(bench, await show(bench, new Paginator(['one'])))).toEqual([]);
    const id = await show(bench, new Paginator([]));
    expect(bench.discord.message(id).content).toBe('There is nothing to show.');
  });

  test('is turned by the one who asked for it only', async () => {
    const bench = new ComponentBench();
    const id = await show(bench, new Paginator(['one', 'two'], { ownerId: '1' }));
    await press(bench, id, '›');
    expect(bench.discord.message(id).content).toBe('one');
    expect(bench.discord.lastMessage.content).toBe('This is not for you to use.');
  });

  test('knows who asked for it from the message', async () => {
    const bench = new ComponentBench();
    const id = await show(bench, new Paginator(['one', 'two']));
    Object.assign(bench.discord.message(id), { interaction_metadata: { user: { id: '78' } } });
    await press(bench, id, '›');
    expect(bench.discord.message(id).content).toBe('one');
  });

  test('shows itself disabled when its time is over', async () => {
    const bench = new ComponentBench();
    const id = await show(bench, new Paginator(['one', 'two'], { timeoutMs: 5000 }));
    await bench.discord.clock.advance(5000);
    expect(labels(bench, id)).toEqual(['(«)', '(‹)', '(1/2)', '(›)', '(»)']);
  });
});

describe('a confirmation', () => {
  test.each([
    ['Yes', true],
    ['No', false],
  ])('answers %s with %s and disables itself', async (label, answer) => {
    const bench = new ComponentBench();
    const question = new Confirm('Sure?');
    const id = await show(bench, question);
    await press(bench, id, label);
    await expect(question.answer()).resolves.toBe(answer);
    expect(labels(bench, id)).toEqual(['(Yes)', '(No)']);
    expect(bench.discord.clock.pendingTimers).toBe(0);
  });

  test('has no answer when nobody gave one in time', async () => {
    const bench = new ComponentBench();
    const question = new Confirm('Sure?', { timeoutMs: 1000 });
    await show(bench, question);
    await bench.discord.clock.advance(1000);
    await expect(question.answer()).resolves.toBeUndefined();
  });
});

describe('a menu', () => {
  test('gives the value of the entry that was chosen, also from a later page', async () => {
    const bench = new ComponentBench();
    const entries = Array.from({ length: 30 }, (_, value) => ({ label: `entry ${value}`, value: { value } }));
    const menu = new Menu('Which?', entries);
    const id = await show(bench, menu);
    await press(bench, id, '›');
    const select = bench.discord.components(id).find(({ type }) => type === 3)!;
    expect(select.options).toHaveLength(5);
    await press(bench, id, String(select.custom_id), { values: ['27'] });
    await expect(menu.choice()).resolves.toEqual({ value: 27 });
  });
});
