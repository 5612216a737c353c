import { afterEach, describe, expect, it } from '@jest/globals';
import { WebSocket } from 'ws';
import { Emulator } from '../../src/emulator/index.js';

let discord: Emulator | undefined;

afterEach(async () => {
  await discord?.close();
});

describe('the emulator on a port', () => {
  it('serves real HTTP and WebSockets, and people wait in real time', async () => {
    discord = new Emulator({ answerTimeoutMs: 300 });
    const { apiUrl, port } = await discord.listen();
    const alice = discord.createUser('Alice');
    const account = discord.createBot({ name: 'echo' });
    const general = discord.createGuild({ members: [alice, account] }).channel('general');
    const headers = {
      authorization: `Bot ${account.token}`,
      'content-type': 'application/json',
      'user-agent': 'DiscordBot (https://example.com, 1.0)',
    };
    const gateway = (await (await fetch(`${apiUrl}/gateway/bot`, { headers })).json()) as { url: string };
    expect(gateway.url).toBe(`ws://127.0.0.1:${port}`);
    const socket = new WebSocket(`${gateway.url}/?v=10&encoding=json`);
    const ready = new Promise<void>((resolve) => {
      socket.on('message', (data) => {
        const { op, t, d } = JSON.parse(String(data)) as {
          op: number;
          t: string;
          d: { content: string; channel_id: string; author: { bot?: boolean } };
        };
        if (op === 10)
          socket.send(
            JSON.stringify({ op: 2, d: { token: account.token, intents: 33_281, properties: {} } }),
          );
        if (t === 'GUILD_CREATE') resolve();
        if (t !== 'MESSAGE_CREATE' || d.author.bot) return;
        const body = JSON.stringify({ content: `you said ${d.content}` });
        void fetch(`${apiUrl}/channels/${d.channel_id}/messages`, { method: 'POST', headers, body });
      });
    });
    await ready;
    const said = await alice.say(general, 'hello');
    expect(said.reply?.content).toBe('you said hello');
    const closed = new Promise((resolve) => socket.once('close', resolve));
    discord.faults.closeGateway(4000);
    expect(await closed).toBe(4000);
    await expect(alice.slash(general, 'none')).rejects.toThrow(/no command/);
    expect(await (await fetch(`${apiUrl}/users/@me`)).json()).toEqual({
      message: '401: Unauthorized',
      code: 0,
    });
  });
});
