import { describe, expect, it, jest } from '@jest/globals';
import { guildPayload, makeScene, messagePayload, readyPayload } from './dispatch-scene.js';

const guildId = '300000000000000000';
const otherId = '300000000000000010';

function scene(queryGuild: (guildId: string) => Promise<unknown>) {
  const made = makeScene({ queryGuild });
  made.send('READY', readyPayload([]));
  const heard: string[] = [];
  made.events.on('guildCreate', ({ id }) => heard.push(`joined ${id}`));
  made.events.on('guildAvailable', ({ id }) => heard.push(`available ${id}`));
  made.events.on('messageCreate', ({ id, guild }) => heard.push(`${id} in ${guild?.name}`));
  return { ...made, heard };
}

const settled = (): Promise<void> => new Promise((resolve) => process.nextTick(resolve));

describe('A guild that nobody announced', () => {
  it('is asked for once, and its dispatches wait for it in order', async () => {
    const query = jest.fn(async (id: string) => guildPayload(id));
    const { heard, send } = scene(query);
    send('MESSAGE_CREATE', messagePayload('400000000000000001'));
    send('MESSAGE_CREATE', messagePayload('400000000000000002'));
    expect(heard).toEqual([]);
    await settled();
    const name = `guild ${guildId}`;
    expect(heard).toEqual([
      `available ${guildId}`,
      `400000000000000001 in ${name}`,
      `400000000000000002 in ${name}`,
    ]);
    send('MESSAGE_CREATE', messagePayload('400000000000000003'));
    expect(heard.at(-1)).toBe(`400000000000000003 in ${name}`);
    expect(query.mock.calls).toEqual([[guildId]]);
  });

  it('is not waited for once it comes by itself, and the late answer is dropped', async () => {
    let answer: (guild: unknown) => void = () => {};
    const { heard, send } = scene(() => new Promise((resolve) => (answer = resolve)));
    send('MESSAGE_CREATE', messagePayload('400000000000000001'));
    send('GUILD_CREATE', guildPayload(guildId, { name: 'by itself' }));
    answer(guildPayload(guildId, { name: 'asked for' }));
    await settled();
    expect(heard).toEqual([`joined ${guildId}`, '400000000000000001 in by itself']);
  });

  it('is done without when Discord refuses it, and not asked for again', async () => {
    const query = jest.fn(() => Promise.reject(new Error('Unknown Guild')));
    const { heard, send } = scene(query);
    send('MESSAGE_CREATE', messagePayload('400000000000000001'));
    await settled();
    send('MESSAGE_CREATE', messagePayload('400000000000000002'));
    expect(heard).toEqual(['400000000000000001 in ', '400000000000000002 in ']);
    expect(query).toHaveBeenCalledTimes(1);
  });

  it('is not asked for because of an entitlement, which may come from any guild', async () => {
    const query = jest.fn(async (id: string) => guildPayload(id));
    const { heard, records, send } = scene(query);
    send('ENTITLEMENT_CREATE', { id: '1', guild_id: otherId, sku_id: '2', application_id: '3', type: 8 });
    await settled();
    expect([heard, records.count('guild', ''), query.mock.calls]).toEqual([[], 0, []]);
  });
});

describe('A guild that the bot left while it was not connected', () => {
  it('is forgotten with the READY that does not name it', () => {
    const { events, records, send } = makeScene();
    const left: string[] = [];
    events.on('guildDelete', ({ name }) => left.push(name));
    const ready = (ids: string[], shard: [number, number] = [0, 1]) => ({ ...readyPayload(ids), shard });
    send('READY', ready([guildId, otherId]));
    send('GUILD_CREATE', guildPayload(guildId));
    send('GUILD_CREATE', guildPayload(otherId));
    send('READY', ready([otherId]));
    expect(left).toEqual([`guild ${guildId}`]);
    expect([...records.list('guild', '')].map(({ id }) => id)).toEqual([otherId]);
    expect(records.count('channel', guildId)).toBe(0);
  });

  it('stays when it belongs to another shard', () => {
    const { records, send } = makeScene();
    const shardOf = (id: string): number => Number((BigInt(id) >> 22n) % 2n);
    const own = shardOf(guildId);
    send('READY', { ...readyPayload([guildId]), shard: [own, 2] }, own);
    send('GUILD_CREATE', guildPayload(guildId), own);
    send('READY', { ...readyPayload([]), shard: [1 - own, 2] }, 1 - own);
    expect(records.count('guild', '')).toBe(1);
    send('READY', { ...readyPayload([]), shard: [own, 2] }, own);
    expect(records.count('guild', '')).toBe(0);
  });
});
