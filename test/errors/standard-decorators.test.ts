import { describe, expect, test } from '@jest/globals';
import { StandardDecoratorsError } from 'cogwork';
import { refusalOf } from './support/run-unchecked.js';

describe('decorators that were compiled as standard ones', () => {
  test.each([
    ['Cog', '@Cog() class Maths {}'],
    ['CommandGroup', `@CommandGroup('config', 'Settings') class Config {}`],
    ['Injectable', '@Injectable() class Store {}'],
    ['Modal', `@Modal('Feedback') class Feedback {}`],
    ['ViewOptions', `@ViewOptions({ id: 'counter' }) class Counter extends View {}`],
    ['SlashCommand', `class Maths { @SlashCommand('Adds') add() {} }`],
    ['UserCommand', `class Maths { @UserCommand('Greet') add() {} }`],
    ['MessageCommand', `class Maths { @MessageCommand('Quote') add() {} }`],
    ['PrefixCommand', `class Maths { @PrefixCommand('Adds') add() {} }`],
    ['HybridCommand', `class Maths { @HybridCommand('Adds') add() {} }`],
    ['Listen', `class Maths { @Listen('messageCreate') add() {} }`],
    ['Task', `class Maths { @Task({ every: '5m' }) add() {} }`],
    ['OnError', `class Maths { @OnError(Error) add() {} }`],
    ['Before', `class Maths { @Before() add() {} }`],
    ['After', `class Maths { @After() add() {} }`],
    ['Check', `class Maths { @Check(() => true) add() {} }`],
    ['Check', `@Check(() => true) class Maths {}`],
    ['Cooldown', `class Maths { @Cooldown({ uses: 1, perMs: 1000 }) add() {} }`],
    ['MaxConcurrency', `class Maths { @MaxConcurrency({ uses: 1 }) add() {} }`],
    ['RequireOwner', `class Maths { @RequireOwner() add() {} }`],
    ['RequireRole', `class Maths { @RequireRole('Staff') add() {} }`],
    ['RequirePermissions', `class Maths { @RequirePermissions('BanMembers') add() {} }`],
    ['Option.integer', `class Sum { @Option.integer('First') add!: number; }`],
    ['Input.text', `class Survey { @Input.text('Name') add!: string; }`],
    ['State.integer', `class Counter extends View { @State.integer() add = 0; }`],
    ['State.json', `class Counter extends View { @State.json() add = {}; }`],
    ['Button', `class Counter extends View { @Button({ label: 'Press' }) add() {} }`],
    ['Button', `class Polls { @Button('poll/:id') add() {} }`],
    ['Select.user', `class Team extends View { @Select.user() add() {} }`],
    ['OnSubmit', `class Forms { @OnSubmit('form/:id') add() {} }`],
    ['Migrate', `class Counter extends View { @Migrate(1) add() {} }`],
    ['SlashCommand', 'class Maths { @SlashCommand add() {} }'],
    ['Cog', '@Cog class Maths {}'],
    ['Injectable', '@Injectable class Store {}'],
    ['ViewOptions', '@ViewOptions class Counter extends View {}'],
    ['Modal', '@Modal class Survey {}'],
    ['CommandGroup', '@CommandGroup class Config {}'],
    ['Task', 'class Maths { @Task add() {} }'],
    ['Before', 'class Maths { @Before add() {} }'],
    ['Check', 'class Maths { @Check add() {} }'],
    ['RequireOwner', 'class Maths { @RequireOwner add() {} }'],
    ['Listen', 'class Maths { @Listen add() {} }'],
    ['UserCommand', 'class Maths { @UserCommand add() {} }'],
    ['Button', 'class Counter extends View { @Button add() {} }'],
    ['Select.user', 'class Counter extends View { @Select.user add() {} }'],
    ['OnSubmit', 'class Forms { @OnSubmit add() {} }'],
    ['State.integer', 'class Counter extends View { @State.integer add = 0; }'],
  ])('@%s says which setting of which file is missing: %s', (name, source) => {
    const error = refusalOf(source, { experimentalDecorators: false });
    expect(error).toBeInstanceOf(StandardDecoratorsError);
    expect(error).toMatchObject({ code: 'STANDARD_DECORATORS', decorator: name });
    expect(error.message).toContain('"experimentalDecorators": true');
    expect(error.message).toContain('"include" covers this file');
  });
});
