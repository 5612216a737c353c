import { describe, expect, test } from '@jest/globals';
import { Cog } from '../../src/cogs/cog.js';
import { SlashCommand } from '../../src/commands/application/slash-command.js';
import type { ModelHost } from '../../src/models/host.js';
import { ApplicationOwners, Owners } from '../../src/pipeline/checks/owners.js';
import { RequireOwner } from '../../src/pipeline/checks/require-owner.js';
import { CommandBench, USER_ID } from '../commands/support/command-bench.js';

/** Host whose application is the given one, and which counts how often it was asked. */
function hostOf(application: object): { host: ModelHost; asked: () => number } {
  let asked = 0;
  const getCurrent = async (): Promise<object> => {
    asked += 1;
    if (asked === 1 && 'fails' in application) throw new Error('unreachable');
    return application;
  };
  return { host: { rest: { applications: { getCurrent } } } as unknown as ModelHost, asked: () => asked };
}

const member = (id: string, role: string, state = 2): object => ({
  membership_state: state,
  role,
  user: { id },
});

describe('ApplicationOwners', () => {
  test('takes the given ids without asking', async () => {
    const { host, asked } = hostOf({ owner: { id: '1' }, team: null });
    const owners = new ApplicationOwners(host, ['5']);
    expect([await owners.isOwner('5'), await owners.isOwner('1'), asked()]).toEqual([true, false, 0]);
  });

  test('asks once for the owner of the application', async () => {
    const { host, asked } = hostOf({ owner: { id: '1' }, team: null });
    const owners = new ApplicationOwners(host);
    expect([await owners.isOwner('1'), await owners.isOwner('2'), asked()]).toEqual([true, false, 1]);
  });

  test('counts those of a team who may change things and have accepted', async () => {
    const team = {
      owner_user_id: '1',
      members: [
        member('2', 'admin'),
        member('3', 'developer'),
        member('4', 'read_only'),
        member('5', 'admin', 1),
      ],
    };
    const owners = new ApplicationOwners(hostOf({ owner: { id: '9' }, team }).host);
    const found = await Promise.all(['1', '2', '3', '4', '5', '9'].map((id) => owners.isOwner(id)));
    expect(found).toEqual([true, true, true, false, false, false]);
  });

  test('asks again after a failure', async () => {
    const owners = new ApplicationOwners(hostOf({ owner: { id: '1' }, team: null, fails: true }).host);
    await expect(owners.isOwner('1')).rejects.toThrow('unreachable');
    expect(await owners.isOwner('1')).toBe(true);
  });
});

describe('@RequireOwner', () => {
  @Cog()
  class Secrets {
    @SlashCommand('x')
    @RequireOwner()
    shutDown(): string {
      return 'ran';
    }
  }

  test.each([
    [USER_ID, 'ran'],
    ['1', 'Only the owner of this bot can use this.'],
  ])('for the owner %s', async (owner, expected) => {
    const bench = new CommandBench();
    bench.container.registerValue(Owners, new ApplicationOwners(bench.host, [owner]));
    expect(await bench.add(Secrets).slash('shut-down')).toMatchObject([{ content: expected }]);
  });
});
