import { describe, expect, test } from '@jest/globals';
import type { APIApplicationCommand } from 'discord-api-types/v10';
import { Cog } from '../../../src/cogs/cog.js';
import { CommandGroup } from '../../../src/commands/application/command-group.js';
import { SlashCommand } from '../../../src/commands/application/slash-command.js';
import { UserCommand } from '../../../src/commands/application/user-command.js';
import { CommandSync } from '../../../src/commands/sync/command-sync.js';
import { CommandCreateLimitError } from '../../../src/errors/command-create-limit-error.js';
import { EmptyRegistryError } from '../../../src/errors/empty-registry-error.js';
import type { ModelHost } from '../../../src/models/host.js';
import type { Rest } from '../../../src/rest/rest.js';
import { Option } from '../../../src/schema/option.js';
import type { Constructor } from '../../../src/types/type-tools.js';
import { silentLogger } from '../../../src/utils/silent-logger.js';
import { CommandBench } from '../support/command-bench.js';

@Cog()
class Maths {
  @SlashCommand(
    { description: 'Adds', contexts: ['guild'], permissions: ['BanMembers'] },
    {
      a: Option.integer('First', { minValue: 1, maxValue: 9, nameLocalizations: { de: 'erste' } }),
      b: Option.string('Second', { required: false, choices: ['x', 'y'], maxLength: undefined as never }),
    },
  )
  add(): void {}

  @UserCommand('add')
  menu(): void {}
}

@Cog()
@CommandGroup('config', 'Settings')
class Config {
  @SlashCommand('Shows')
  show(): void {}

  @SlashCommand({ description: 'Adds', group: 'roles' })
  add(): void {}
}

@Cog()
class Local {
  @SlashCommand({ description: 'Here only', guilds: ['42'] })
  here(): void {}
}

/** Discord's side: keeps what it is given, filled in as Discord fills it in, and counts requests. */
class Remote {
  readonly requests: string[] = [];
  readonly scopes = new Map<string, APIApplicationCommand[]>();
  #nextId = 1;

  readonly rest = {
    commands: {
      list: async () => this.#list(''),
      listForGuild: async (_app: string, guild: string) => this.#list(guild),
      create: async (_app: string, body: object) => this.#create('', body),
      createForGuild: async (_app: string, guild: string, body: object) => this.#create(guild, body),
      delete: async (_app: string, id: string) => this.#delete('', id),
      deleteForGuild: async (_app: string, guild: string, id: string) => this.#delete(guild, id),
      bulkOverwrite: async (_app: string, body: object[]) => this.#put('', body),
      bulkOverwriteForGuild: async (_app: string, guild: string, body: object[]) => this.#put(guild, body),
    },
  } as unknown as Rest;

  #list(scope: string): APIApplicationCommand[] {
    this.requests.push(`GET ${scope}`);
    return this.scopes.get(scope) ?? [];
  }

  #create(scope: string, body: object): APIApplicationCommand {
    this.requests.push(`POST ${scope}`);
    const made = this.#fill(body);
    const others = (this.scopes.get(scope) ?? []).filter(
      ({ name, type }) => name !== made.name || type !== made.type,
    );
    this.scopes.set(scope, [...others, made]);
    return made;
  }

  #delete(scope: string, id: string): void {
    this.requests.push(`DELETE ${scope}`);
    this.scopes.set(
      scope,
      (this.scopes.get(scope) ?? []).filter((command) => command.id !== id),
    );
  }

  #put(scope: string, bodies: object[]): APIApplicationCommand[] {
    this.requests.push(`PUT ${scope}`);
    this.scopes.set(
      scope,
      bodies.map((body) => this.#fill(body)),
    );
    return this.scopes.get(scope)!;
  }

  #fill(body: object): APIApplicationCommand {
    const filled = {
      id: String(this.#nextId++),
      application_id: '1',
      version: '1',
      description: '',
      default_member_permissions: null,
      nsfw: false,
      dm_permission: true,
      name_localizations: null,
      description_localizations: null,
      contexts: [2, 1, 0],
      integration_types: [0],
      ...structuredClone(body),
    };
    return filled as unknown as APIApplicationCommand;
  }
}

/** Remote command whose fields a test changes. */
interface Loose {
  contexts: number[];
  default_member_permissions: string | null;
  description: string;
  description_localizations: object;
  integration_types: number[];
  nsfw: boolean;
  options: [
    { max_value: number; name_localizations: { de: string }; required?: boolean },
    { choices: unknown[] },
  ];
}

/** Cog with one command of a name. */
function cogNamed(name: string): Constructor {
  @Cog()
  class Named {
    @SlashCommand({ name, description: 'x' })
    run(): void {}
  }
  return Named;
}

function set(...cogs: Constructor[]): { bench: CommandBench; remote: Remote; sync: CommandSync } {
  const bench = new CommandBench().add(...cogs);
  const remote = new Remote();
  const host = { applicationId: '1', clock: bench.clock, rest: remote.rest } as unknown as ModelHost;
  const parts = { host, logger: silentLogger, registry: bench.application };
  return { bench, remote, sync: new CommandSync(parts) };
}

describe('CommandSync', () => {
  test('writes each scope once, then finds nothing to do', async () => {
    const { remote, sync } = set(Maths, Config, Local);
    await sync.sync();
    expect(remote.requests).toEqual(['GET ', 'GET 42', 'PUT ', 'POST 42']);
    remote.requests.length = 0;
    expect((await sync.sync()).isEmpty).toBe(true);
    expect(remote.requests).toEqual(['GET ', 'GET 42']);
  });

  test('prints what it would do, and does nothing', async () => {
    const { remote, sync } = set(Maths, Local);
    remote.scopes.set('', [{ id: '9', type: 1, name: 'stale', description: 'x' } as APIApplicationCommand]);
    const plan = await sync.plan();
    expect(String(plan)).toBe(
      'Global commands:\n  + /add\n  + add (user command)\n  - /stale\nCommands of guild 42:\n  + /here',
    );
    expect(remote.requests).toEqual(['GET ', 'GET 42']);
  });

  test.each([
    ['options.a.required', (command: Loose) => delete command.options[0].required],
    ['options.a.max_value', (command: Loose) => (command.options[0].max_value = 10)],
    ['options.a.name_localizations.de', (command: Loose) => (command.options[0].name_localizations.de = 'x')],
    ['options.b.choices', (command: Loose) => command.options[1].choices.pop()],
    ['options (order)', (command: Loose) => command.options.reverse()],
    ['contexts', (command: Loose) => (command.contexts = [0, 1])],
    ['integration_types', (command: Loose) => (command.integration_types = [1])],
    ['default_member_permissions', (command: Loose) => (command.default_member_permissions = null)],
    ['nsfw', (command: Loose) => (command.nsfw = true)],
    ['description', (command: Loose) => (command.description = 'Other')],
    ['description_localizations', (command: Loose) => (command.description_localizations = { de: 'x' })],
  ])('finds a changed %s, and writes that one command alone', async (field, change) => {
    const { remote, sync } = set(Maths);
    await sync.sync();
    change(remote.scopes.get('')!.find(({ type }) => type === 1) as unknown as Loose);
    remote.requests.length = 0;
    const plan = await sync.sync();
    expect(plan.changes).toMatchObject([{ action: 'edit', fields: [field] }]);
    expect(remote.requests).toEqual(['GET ', 'POST ']);
    expect((await sync.plan()).isEmpty).toBe(true);
  });

  test('keeps unknown remote commands when told', async () => {
    const { remote, sync } = set(Maths);
    remote.scopes.set('', [{ id: '9', type: 1, name: 'stale', description: 'x' } as APIApplicationCommand]);
    await sync.sync({ deleteExisting: false });
    expect(remote.scopes.get('')!.map(({ name }) => name)).toEqual(['add', 'add', 'stale']);
    expect((await sync.plan({ deleteExisting: false })).isEmpty).toBe(true);
    expect((await sync.plan()).changes).toMatchObject([{ action: 'delete' }]);
  });

  test('never deletes the entry point of an activity', async () => {
    const { remote, sync } = set(Maths);
    remote.scopes.set('', [{ id: '9', type: 4, name: 'launch', description: '' } as APIApplicationCommand]);
    await sync.sync();
    expect(remote.scopes.get('')!.map(({ name }) => name)).toContain('launch');
  });

  test('never wipes everything from an empty registry unless told', async () => {
    const { remote, sync } = set();
    remote.scopes.set('', [{ id: '9', type: 1, name: 'stale', description: 'x' } as APIApplicationCommand]);
    await expect(sync.sync()).rejects.toThrow(EmptyRegistryError);
    await expect(sync.sync({ force: true })).rejects.toThrow(EmptyRegistryError);
    expect(remote.scopes.get('')).toHaveLength(1);
    await sync.sync({ allowEmpty: true });
    expect(remote.scopes.get('')).toHaveLength(0);
  });

  test('writes without looking when forced', async () => {
    const { remote, sync } = set(Maths);
    await sync.sync({ force: true });
    await sync.sync({ force: true });
    expect(remote.requests).toEqual(['PUT ', 'PUT ']);
  });

  test('looks for stale commands in guilds that no command names', async () => {
    const { remote, sync } = set(Maths);
    remote.scopes.set('7', [{ id: '9', type: 1, name: 'stale', description: 'x' } as APIApplicationCommand]);
    await sync.sync({ checkGuilds: ['7'], guildsOnly: true });
    expect(remote.requests).toEqual(['GET 7', 'DELETE 7']);
  });

  test('remembers the ids that Discord gave', async () => {
    const { sync } = set(Maths, Local);
    expect(sync.remoteId('add')).toBeUndefined();
    await sync.sync();
    expect(sync.remoteId('add')).toBe('1');
    expect(sync.remoteId('add', { type: 2 })).toBe('2');
    expect(sync.remoteId('here', { guildId: '42' })).toBe('3');
  });

  test('knows which commands Discord has not been told of', async () => {
    const { bench, sync } = set(Maths);
    const pending = (): string[] => sync.pending.map(({ qualifiedName }) => qualifiedName);
    expect(pending()).toEqual(['add', 'add']);
    await sync.sync();
    expect(pending()).toEqual([]);
    bench.add(Config, Local);
    expect(pending()).toEqual(['config show', 'config roles add', 'here']);
    await sync.sync({ registerGuildCommands: false });
    expect(pending()).toEqual(['here']);
  });

  test('looks at given commands alone', async () => {
    const { remote, sync } = set(Maths, Config);
    remote.scopes.set('', [{ id: '9', type: 1, name: 'stale', description: 'x' } as APIApplicationCommand]);
    const plan = await sync.sync({ commands: ['config'] });
    expect(plan.changes).toMatchObject([{ action: 'create', local: { name: 'config' } }]);
    expect(remote.scopes.get('')!.map(({ name }) => name)).toEqual(['stale', 'config']);
  });

  test('leaves guild commands out when told', async () => {
    const { remote, sync } = set(Maths, Local);
    await sync.sync({ registerGuildCommands: false });
    expect(remote.requests).toEqual(['GET ', 'PUT ']);
  });

  test('registers global commands in guilds instead, without what only global commands have', async () => {
    const { remote, sync } = set(Maths);
    await sync.sync({ guildIds: ['5', '6'] });
    expect(remote.requests).toEqual(['GET 5', 'GET 6', 'PUT 5', 'PUT 6']);
    expect(remote.scopes.has('')).toBe(false);
    const [add] = remote.scopes.get('5')!;
    expect(add).toMatchObject({ name: 'add', default_member_permissions: '4' });
    expect((await sync.plan({ guildIds: ['5', '6'] })).isEmpty).toBe(true);
  });

  test('keeps unknown commands when forced to keep them', async () => {
    const { remote, sync } = set(Maths);
    remote.scopes.set('', [{ id: '9', type: 1, name: 'stale', description: 'x' } as APIApplicationCommand]);
    await sync.sync({ force: true, deleteExisting: false });
    expect(remote.scopes.get('')!.map(({ name }) => name)).toEqual(['add', 'add', 'stale']);
  });

  test('stops before Discord does when commands are renamed all day', async () => {
    const { bench, remote, sync } = set(Local);
    const renames = Array.from({ length: 201 }, (_, index) => cogNamed(`name-${index}`));
    let last = Local as Constructor;
    const rename = async (next: Constructor): Promise<void> => {
      await bench.cogs.replace(last, next);
      last = next;
      await sync.sync();
    };
    for (const cog of renames.slice(0, 200)) await rename(cog);
    const before = remote.requests.filter((line) => !line.startsWith('GET')).length;
    await expect(rename(renames[200]!)).rejects.toThrow(
      /creates 1 commands globally after 200 in the last day/,
    );
    expect(remote.requests.filter((line) => !line.startsWith('GET'))).toHaveLength(before);
    await bench.clock.advance(86_400_000);
    await sync.sync();
    expect(remote.scopes.get('')!.map(({ name }) => name)).toEqual(['name-200']);
  });

  test("says Discord's own refusal in words, and which commands stay", async () => {
    const { remote, sync } = set(Maths);
    const refusal = Object.assign(new Error('Max number of daily application command creates'), {
      discordCode: 30_034,
    });
    Object.assign(remote.rest.commands, { bulkOverwrite: () => Promise.reject(refusal) });
    await expect(sync.sync()).rejects.toThrow(CommandCreateLimitError);
  });
});

describe('registered form', () => {
  test('of a group has its commands and subgroups below it', () => {
    const { bench } = set(Config);
    expect(bench.application.toWire(undefined)).toEqual([
      {
        type: 1,
        name: 'config',
        description: 'Settings',
        options: [
          { type: 1, name: 'show', description: 'Shows' },
          {
            type: 2,
            name: 'roles',
            description: 'Settings: roles',
            options: [{ type: 1, name: 'add', description: 'Adds' }],
          },
        ],
      },
    ]);
  });

  test('of commands without guilds goes to the debug guilds', () => {
    const bench = new CommandBench({ application: { debugGuilds: ['5'] } }).add(Maths, Local);
    expect(bench.application.scopes).toEqual([undefined, '5', '42']);
    expect(bench.application.toWire(undefined)).toEqual([]);
  });

  test('takes the defaults of the bot for contexts and installation', () => {
    const defaults = { defaultContexts: ['botDm'], defaultIntegrationTypes: ['user'] } as const;
    const bench = new CommandBench({ application: defaults }).add(Maths, Config);
    expect(bench.application.toWire(undefined)).toMatchObject([
      { contexts: [0], integration_types: [1], default_member_permissions: '4' },
      { contexts: [1], integration_types: [1] },
      { contexts: [1], integration_types: [1] },
    ]);
  });
});
