import { beforeAll, describe, expect, it } from '@jest/globals';
import { buildPackage, shopBot } from './cli-project.js';
import { EmulatedShop } from './emulated-shop.js';

describe('cogwork commands', () => {
  beforeAll(buildPackage, 60_000);

  it('plans, syncs and finds nothing to do after that', async () => {
    await using shop = await EmulatedShop.open();
    const { env, project } = shop;
    const plan = await project.run(['commands', 'plan'], { env });
    expect(plan).toMatchObject({
      code: 0,
      stdout: [
        'Global commands',
        '  + /buy',
        '  + /list',
        '',
        '2 to create. Apply it with `cogwork commands sync`.',
        '',
      ].join('\n'),
    });
    expect((await project.run(['commands', 'plan', '--check'], { env })).code).toBe(1);
    expect(shop.commandNames).toEqual([]);
    const sync = await project.run(['commands', 'sync'], { env });
    expect(sync).toMatchObject({ code: 0, stdout: expect.stringContaining('Synced.') });
    expect(shop.commandNames).toEqual(['buy', 'list']);
    expect(await project.run(['commands', 'plan', '--check'], { env })).toMatchObject({
      code: 0,
      stdout: 'Discord has what the bot declares: nothing to do.\n',
    });
  });

  it('shows both values of what differs, and what is declared no more', async () => {
    await using shop = await EmulatedShop.open();
    const { env, project } = shop;
    await project.run(['commands', 'sync'], { env });
    const changed = shopBot
      .replace("'What to buy') item!: string", "'What you want', { maxLength: 20 }) item!: string")
      .replace("@SlashCommand('Says what there is')", '');
    project.write({ 'src/main.ts': changed });
    const { stdout } = await project.run(['commands', 'plan'], { env });
    expect(stdout).toBe(
      [
        'Global commands',
        '  ~ /buy',
        '      options.item.description  "What to buy" → "What you want"',
        '      options.item.max_length   (none) → 20',
        '  - /list',
        '',
        '1 to edit, 1 to delete. Apply it with `cogwork commands sync`.',
        '',
      ].join('\n'),
    );
    await project.run(['commands', 'sync', '--keep'], { env });
    expect(shop.commandNames).toEqual(['buy', 'list']);
    const { stdout: json } = await project.run(['commands', 'plan', '--json'], { env });
    expect(JSON.parse(json)).toMatchObject([{ action: 'delete', guildId: null, remote: { name: 'list' } }]);
  });

  it('works on one guild when told to, and on those that the bot names', async () => {
    await using shop = await EmulatedShop.open();
    const { env, guild, project } = shop;
    const synced = await project.run(['commands', 'sync', '--guild', guild.id], { env });
    expect(synced.stdout).toContain(`Commands of guild ${guild.id}`);
    const globally = await project.run(['commands', 'plan', '--check'], { env });
    expect(globally.code).toBe(1);
    project.write({
      'src/main.ts': shopBot.replace(
        'cogs: [Shop]',
        `cogs: [Shop], syncCommands: { guilds: ['${guild.id}'] }`,
      ),
    });
    expect((await project.run(['commands', 'plan', '--check'], { env })).code).toBe(0);
    const wrong = await project.run(['commands', 'plan', '--guild', 'home'], { env });
    expect(wrong).toMatchObject({ code: 1, stderr: expect.stringContaining('given by its id') });
  });

  it('clears only with a yes', async () => {
    await using shop = await EmulatedShop.open();
    const { env, project } = shop;
    await project.run(['commands', 'sync'], { env });
    const refused = await project.run(['commands', 'clear'], { env, input: 'y\n' });
    expect(refused).toMatchObject({ code: 1, stderr: expect.stringContaining('Say --yes.') });
    expect(shop.commandNames).toEqual(['buy', 'list']);
    const cleared = await project.run(['commands', 'clear', '--yes'], { env });
    expect(cleared).toMatchObject({ code: 0, stdout: 'Deleted 2 commands.\n' });
    expect(shop.commandNames).toEqual([]);
    const again = await project.run(['commands', 'clear', '--yes'], { env });
    expect(again.stdout).toBe('Global commands of shop: there are none.\n');
  });

  it('takes the token from .env, never prints it, and says when there is none', async () => {
    await using shop = await EmulatedShop.open();
    const { project } = shop;
    const none = await project.run(['commands', 'plan']);
    expect(none).toMatchObject({ code: 1, stderr: expect.stringContaining('No bot token was given') });
    const lines = Object.entries(shop.env).map(([name, value]) => `${name}=${value}`);
    project.write({ '.env': lines.join('\n') });
    const { code, stderr, stdout } = await project.run(['commands', 'plan', '--verbose']);
    expect(code).toBe(0);
    expect(stdout + stderr).not.toContain(shop.account.token);
    const [id = ''] = shop.account.token.split('.');
    const wrong = { DISCORD_TOKEN: `${id}.abcdef.${'x'.repeat(30)}` };
    const refused = await project.run(['commands', 'plan', '--verbose'], { env: wrong });
    expect(refused).toMatchObject({ code: 1, stderr: expect.stringContaining('Discord refused the token') });
    expect(refused.stderr).not.toContain(wrong.DISCORD_TOKEN);
  });

  it('has nothing to do with a client, which has no commands', async () => {
    await using shop = await EmulatedShop.open();
    const { env, project } = shop;
    project.write({ 'src/main.ts': "import { Client } from 'cogwork';\nawait new Client().start();" });
    const { code, stderr } = await project.run(['commands', 'sync'], { env });
    expect(code).toBe(1);
    expect(stderr).toContain('which has no commands');
  });
});

describe('cogwork invite', () => {
  beforeAll(buildPackage, 60_000);

  it('prints the address with what the handlers require, and what is asked for besides', async () => {
    await using shop = await EmulatedShop.open();
    const { env, project } = shop;
    const { stderr, stdout } = await project.run(['invite', '--permissions', 'EmbedLinks'], { env });
    const url = new URL(stdout);
    expect(url.searchParams.get('client_id')).toBe(shop.account.user.id);
    expect(url.searchParams.get('permissions')).toBe(String((1 << 13) | (1 << 14)));
    expect(stderr).toContain('asks for ManageMessages, EmbedLinks');
    const offline = await project.run(['invite', '--client-id', '123456789012345678']);
    expect(offline.stdout).toContain('client_id=123456789012345678');
    const { DISCORD_TOKEN: _, ...none } = env;
    const without = await project.run(['invite'], { env: none });
    expect(without).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('cogwork invite --client-id <id>'),
    });
    const wrong = await project.run(['invite', '--client-id', '1', '--permissions', 'EmbedLink']);
    expect(wrong).toMatchObject({ code: 1, stderr: expect.stringContaining("Did you mean 'EmbedLinks'") });
  });
});
