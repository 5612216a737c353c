import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { EmulatedBot, EmulatedChannel, EmulatorAddress, Person } from 'cogwork/emulator';
import { Emulator } from 'cogwork/emulator';
import 'cogwork/testing/jest';
import { BotProcess } from '../package/bot-process.js';
import { until } from '../package/until.js';

const FOLDERS = readdirSync('examples').filter((name) => existsSync(`examples/${name}/main.ts`));
const HTTP_PORT = 20_000 + (process.pid % 20_000);

/** Who is there while an example is used. */
interface Scene {
  readonly account: EmulatedBot;
  readonly discord: Emulator;
  readonly general: EmulatedChannel;
  /** Owner of the guild, who may use every command. */
  readonly owner: Person;
}

/** How each example is used, in a word; a new example needs its line here. */
const uses: Readonly<Record<string, (scene: Scene) => Promise<void>>> = {
  '01-first-bot': async ({ general, owner }) => {
    expect(await owner.say(general, 'ping')).toHaveReplied('pong');
  },
  '02-slash-and-prefix': async ({ general, owner }) => {
    expect(await owner.say(general, '!capital Japan')).toHaveReplied(/^Tokyo/);
  },
  '03-cogs-and-injection': async ({ general, owner }) => {
    expect(await owner.slash(general, 'note add', { text: 'milk' })).toShowText('That is note 1.');
  },
  '04-persistent-views': async ({ general, owner }) => {
    const poll = await owner.slash(general, 'poll', { question: 'Here?' });
    expect(await owner.select(poll.select(), 'Yes')).toShowText('1 Yes');
  },
  '05-modals': async ({ general, owner }) => {
    expect(await owner.slash(general, 'feedback')).toShowModal('Feedback');
  },
  '06-music': async ({ general, owner }) => {
    expect(await owner.slash(general, 'queue')).toShowText('Nothing is playing.');
  },
  '07-recorder': async ({ general, owner }) => {
    expect(await owner.slash(general, 'record stop')).toShowText('I am not recording.');
  },
  '08-moderation': async ({ general, owner }) => {
    expect(await owner.slash(general, 'warn list', { member: owner })).toShowText('has no warnings');
  },
  '09-tasks': async ({ general, owner }) => {
    expect(await owner.slash(general, 'reminders')).toShowText('Nothing.');
  },
  '10-two-bots': async ({ general, owner }) => {
    expect(await owner.say(general, 'hello')).toHaveReplied('Hello, owner!');
  },
  '11-http-only': async ({ account, discord, general, owner }) => {
    await discord.setInteractionEndpoint(account, `http://127.0.0.1:${HTTP_PORT}/interactions`);
    expect(await owner.slash(general, 'ask', { question: 'Why?' })).toShowText('> Why?');
  },
  '12-sharded': async ({ general, owner }) => {
    expect(await owner.slash(general, 'census')).toShowText('1 guilds in 1 process');
  },
  '13-testing': async ({ general, owner }) => {
    expect(await owner.slash(general, 'raffle', { prize: 'A cake' })).toShowButton('Enter (0)');
  },
  'playground-tour': async ({ general, owner }) => {
    expect(await owner.slash(general, 'menu')).toShowText('Lemon tart');
  },
};

describe('every example', () => {
  const folder = mkdtempSync(join(tmpdir(), 'cogwork-examples-'));
  const discord = new Emulator();
  const owner = discord.createUser('owner');
  let address: EmulatorAddress;

  beforeAll(async () => {
    address = await discord.listen();
  });

  afterAll(async () => {
    await discord.close();
    rmSync(folder, { recursive: true });
  });

  test.each(FOLDERS)(
    '%s starts unchanged against the emulator, answers, and stops',
    async (name) => {
      const account = discord.createBot({ name });
      const second = discord.createBot({ name: 'second' });
      const general = discord.createGuild({ name, owner, members: [account] }).channel('general');
      discord.createGuild({ name: 'elsewhere', owner, members: [second] });
      const data = join(folder, name);
      const bot = new BotProcess({
        command: process.execPath,
        args: ['--import', 'tsx', `examples/${name}/main.ts`],
        cwd: resolve('.'),
        apiUrl: address.apiUrl,
        token: account.token,
        env: {
          ARCHIVIST_TOKEN: second.token,
          DATA: data,
          DATABASE: join(data, 'bot.sqlite'),
          NOTES: data,
          PORT: String(HTTP_PORT),
          PROCESSES: '1',
          RECORDINGS: data,
          SESSIONS: data,
          SONGS: data,
          VIEWS: data,
        },
      });
      try {
        const isReady = (): boolean =>
          name === '10-two-bots' ? bot.output.split('Logged in').length === 3 : account.commands.length > 0;
        await until('the bot is ready', isReady, () =>
          bot.hasExited ? `it ended and said:\n${bot.output}` : undefined,
        );
        await uses[name]?.({ account, discord, general, owner });
      } finally {
        expect([await bot.stop(), bot.output]).toEqual([0, expect.not.stringMatching(/"level":[56]0/)]);
      }
    },
    60_000,
  );

  test('is used here, explained, tested, and in the index', () => {
    expect(Object.keys(uses)).toEqual(FOLDERS);
    const index = readFileSync('examples/README.md', 'utf8');
    for (const name of FOLDERS) {
      expect(readFileSync(`examples/${name}/README.md`, 'utf8')).toContain(`examples/${name}/main.ts`);
      expect(index).toContain(`](${name})`);
      const own = readdirSync(`examples/${name}`).filter((file) => file.endsWith('.test.ts'));
      const isTested = own.length > 0 || existsSync(`test/examples/${name}.test.ts`);
      expect([name, isTested || name === 'playground-tour']).toEqual([name, true]);
    }
  });
});

describe('an example with a playground of its own', () => {
  const folders = FOLDERS.filter((name) => existsSync(`examples/${name}/playground.ts`));

  test.each(folders)(
    '%s shows its page, and stops at Ctrl+C',
    async (name) => {
      const page = new BotProcess({
        command: process.execPath,
        args: ['--import', 'tsx', `examples/${name}/playground.ts`],
        cwd: resolve('.'),
        apiUrl: '',
        token: '',
      });
      try {
        await until(
          'the address of the page is printed',
          () => page.output.includes('Playground'),
          () => (page.hasExited ? page.output : undefined),
        );
        const [url = ''] = /http:\S+/.exec(page.output) ?? [];
        expect((await fetch(url)).status).toBe(200);
      } finally {
        expect(await page.stop('SIGINT')).toBe(0);
      }
    },
    60_000,
  );
});
