import { describe, expect, it } from '@jest/globals';
import { scriptedRest } from './support/scripted-rest.js';

describe('lists', () => {
  const messages = Array.from({ length: 250 }, (_, i) => ({ id: String(1000 - i) }));
  const scripted = () =>
    scriptedRest(({ path }) => {
      const query = new URL(path, 'http://x').searchParams;
      const limit = Number(query.get('limit'));
      const before = Number(query.get('before') ?? 2000);
      const after = query.get('after');
      const found =
        after === null
          ? messages.filter(({ id }) => Number(id) < before).slice(0, limit)
          : messages.filter(({ id }) => Number(id) > Number(after)).slice(-limit);
      return { body: found };
    });

  it('fetch page after page until the end', async () => {
    const { rest, wire } = scripted();
    const all = await rest.channels.iterateMessages('1').toArray();
    expect(all.map(({ id }) => id)).toEqual(messages.map(({ id }) => id));
    expect(wire.paths.map((path) => path.split('?')[1])).toEqual([
      'limit=100',
      'limit=100&before=901',
      'limit=100&before=801',
    ]);
  });

  it('go upwards from after an id', async () => {
    const { rest } = scripted();
    const ids = await rest.channels
      .iterateMessages('1', { after: '800' })
      .map(({ id }) => Number(id))
      .toArray();
    expect(ids).toEqual(Array.from({ length: 200 }, (_, i) => 801 + i));
  });

  it('end where the range does, or where an item does not pass any more', async () => {
    const { rest, wire } = scripted();
    const idsOf = (range: object) =>
      rest.channels
        .iterateMessages('1', range)
        .map(({ id }) => id)
        .toArray();
    expect(await idsOf({ after: '997' })).toEqual(['998', '999', '1000']);
    expect(await idsOf({ after: '997', oldestFirst: false })).toEqual(['1000', '999', '998']);
    expect(await idsOf({ before: '904', after: '900' })).toEqual(['901', '902', '903']);
    expect(wire.sent).toHaveLength(3);
    const few = rest.channels.iterateMessages('1').takeWhile(({ id }) => id !== '997');
    expect((await few.toArray()).map(({ id }) => id)).toEqual(['1000', '999', '998']);
    expect((await few.take(2).toArray()).length).toBe(2);
    expect(wire.paths.at(-1)).toContain('limit=2');
  });

  it('ask for no more than take() wants, and for nothing before they are read', async () => {
    const { rest, wire } = scripted();
    const list = rest.channels.iterateMessages('1').take(3);
    expect(wire.sent).toHaveLength(0);
    expect(await list.map(({ id }) => id).toArray()).toEqual(['1000', '999', '998']);
    expect(wire.paths[0]).toContain('limit=3');
    expect(await rest.channels.iterateMessages('1').take(0).toArray()).toEqual([]);
    expect(wire.sent).toHaveLength(1);
  });

  it('filter without losing count, and stop when enough passed', async () => {
    const { rest, wire } = scripted();
    const even = rest.channels.iterateMessages('1').filter(({ id }) => Number(id) % 2 === 0);
    expect((await even.take(60).toArray()).length).toBe(60);
    expect(wire.sent).toHaveLength(2);
    expect((await even.first())?.id).toBe('1000');
  });

  it('follow has_more where Discord says it', async () => {
    const { rest, wire } = scriptedRest((_, index) => ({
      body: {
        items: [{ pinned_at: `2026-01-0${3 - index}T00:00:00Z`, message: { id: String(index) } }],
        has_more: index < 1,
      },
    }));
    expect(await rest.pins.iterate('1').toArray()).toHaveLength(2);
    expect(wire.paths[1]).toContain('before=2026-01-03T00%3A00%3A00Z');
  });
});
