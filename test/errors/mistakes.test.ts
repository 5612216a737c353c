import { describe, expect, test } from '@jest/globals';
import { CogworkError } from 'cogwork';
import { refusalOf } from './support/run-unchecked.js';

/** Cog with these members, put on a bot. */
const cog = (members: string): string => `@Cog() class A { ${members} }\nnew Bot({ cogs: [A] });`;

/** Slash command with these options, put on a bot. */
const options = (properties: string): string =>
  `class O { ${properties} }\n${cog(`@SlashCommand('Does x', O) x() {}`)}`;

function expectRefused(source: string, words: RegExp): void {
  const error = refusalOf(source, { experimentalDecorators: true });
  expect(error).toBeInstanceOf(CogworkError);
  expect(error.message).toMatch(words);
}

describe('mistakes in the settings of other decorators', () => {
  test.each([
    [`@Cog({ nme: 'x' }) class A {}`, /^A: .*'nme'\. Did you mean 'name'/],
    [`@Modal('x', { ids: 'y' }) class M {}`, /^M: .*'ids'\. Did you mean 'id'/],
    ['@Modal() class M {}', /^M: has no title; write @Modal\('Title'\)/],
    ['@ViewOptions({ timeout: 5 }) class V extends View {}', /^V: .*'timeout'\. Did you mean 'timeoutMs'/],
    [`class M { @Input.text('x', { max: 5 }) x!: string; }`, /^M\.x: .*'max'\. Did you mean 'maxLength'/],
    ['class M { @Input.text() x!: string; }', /^M\.x: has no label; write @Input\.text\('/],
    [cog('@Task({ evry: 5 }) x() {}'), /^A\.x: .*'evry'\. Did you mean 'every'/],
    [cog('@Cooldown({ uses: 1, per: 5 }) x() {}'), /^@Cooldown: .*'per'\. Did you mean 'perMs'/],
    [cog(`@Before({ on: 'x' }) y() {}`), /^A\.y: .*'on'\. .*for/],
    [cog(`@After({ fro: 'x' }) y() {}`), /^A\.y: .*'fro'\. Did you mean 'for'/],
    [cog(`@OnError(Error, { For: 'x' }) y() {}`), /^A\.y: .*'For'\. Did you mean 'for'/],
    [cog('@OnError(undefined) y() {}'), /^A\.y: @OnError names no class of errors; write @OnError\(/],
    [cog(`@SlashCommand('X') ban() {} @Before({ for: 'bam' }) y() {}`), /^A\.y: .*'bam'.*Did you mean 'ban'/],
    [
      cog(`@SlashCommand('X') ban() {} @OnError(Error, { for: 'q' }) y() {}`),
      /^A\.y: is for 'q', which is no/,
    ],
    [cog('@MaxConcurrency({ use: 1 }) x() {}'), /^@MaxConcurrency: .*'use'\. Did you mean 'uses'/],
  ])('are refused: %s', (source, words) => {
    expectRefused(source, words);
  });
});

describe('mistakes that only a type check would find', () => {
  test.each([
    ['ready', /^A\.x: there is no event 'ready'\. Did you mean 'clientReady'\?/],
    ['message', /Did you mean 'messageCreate'/],
    ['mesageCreate', /Did you mean 'messageCreate'/],
    ['onMessageCreate', /Did you mean 'messageCreate'/],
    ['on_message', /Did you mean 'messageCreate'/],
    ['MESSAGE_CREATE', /Did you mean 'messageCreate'/],
    ['raw:MESAGE_CREATE', /Did you mean 'raw:MESSAGE_CREATE'/],
  ])('refuse the event %s', (event, words) => {
    expectRefused(cog(`@Listen('${event}') x() {}`), words);
  });

  test.each([
    'levelUp',
    'raw:BRAND_NEW_THING',
    'raw:*',
    'commandFailed',
    'shardError',
    'messageSent',
    'tick',
  ])('leave the event %s alone, which may be one of the user', (event) => {
    expect(() => expectRefused(cog(`@Listen('${event}') x() {}`), /./)).toThrow('nothing was refused');
  });

  test.each([
    ['@SlashCommand x() {}', /^A\.x: @SlashCommand stands there without parentheses; write @SlashCommand\('/],
    ['@Listen x() {}', /^A\.x: @Listen .* write @Listen\('messageCreate'\)/],
    ['@Task x() {}', /^A\.x: @Task .* write @Task\(/],
    ['@Check x() {}', /^A\.x: @Check .* without parentheses/],
    ['@RequireOwner x() {}', /^A\.x: @RequireOwner .* without parentheses/],
    ['@Before x() {}', /^A\.x: @Before .* write @Before\(\)/],
    ['@Option.string x;', /^A\.x: @Option\.string .* write @Option\.string\('What it is'\)/],
    ['@State.integer x = 0;', /^A\.x: @State\.integer .* write @State\.integer\(\)/],
    ['@Button x() {}', /^A\.x: @Button .* without parentheses/],
    ['@SlashCommand static x() {}', /@SlashCommand/],
  ])('refuse a decorator without parentheses: %s', (members, words) => {
    expectRefused(cog(members), words);
  });

  test('refuse class decorators without parentheses', () => {
    expectRefused('@Cog class A {}', /^A: @Cog stands there without parentheses; write @Cog\(\)/);
    expectRefused('@ViewOptions class A extends View {}', /^A: .* write @ViewOptions\(/);
  });

  test.each([
    [
      cog(`@SlashCommand('Does x') x = () => {};`),
      /^A\.x: @SlashCommand stands on a property; make it a method/,
    ],
    [cog(`@Option.string('Text') x() {}`), /^A\.x: @Option\.string stands on a method/],
    [`@SlashCommand('Does x') class A {}`, /^A: @SlashCommand stands on the class/],
    [`class A { @Cog() x() {} }`, /^A\.x: @Cog stands on a member/],
    [`class A { @State.integer() static x = 0 }`, /^A\.x: @State.integer stands on a static property/],
    [options(`@Option.string('A') @Option.string('B') x!: string;`), /^O\.x: has two @Option decorators/],
  ])('refuse decorators in the wrong place: %s', (source, words) => {
    expectRefused(source, words);
  });

  test.each([
    [
      cog(`@SlashCommand({ description: 'x', guild: ['1'] }) x() {}`),
      /^A\.x: .*'guild'\. Did you mean 'guilds'/,
    ],
    [
      cog(`@SlashCommand({ description: 'x', contexts: ['dm'] }) x() {}`),
      /^A\.x: "dm" is no context\. .*botDm/,
    ],
    [cog(`@SlashCommand({ description: 'x', contexts: 'guild' }) x() {}`), /^A\.x: \{ contexts \} is a list/],
    [
      cog(`@SlashCommand({ description: 'x', guilds: [12] }) x() {}`),
      /^A\.x: \{ guilds \} takes ids of guilds/,
    ],
    [cog('@SlashCommand() x() {}'), /^A\.x: has no description; write @SlashCommand\('/],
    [cog('@SlashCommand({ guilds: [] }) x() {}'), /^A\.x: has no description/],
    [cog(`@SlashCommand('add', 'Adds') x() {}`), /^A\.x: .*\{ name: "add", description: "Adds" \}/],
    [cog(`@PrefixCommand({ alias: ['y'] }) x() {}`), /^A\.x: .*'alias'\. Did you mean 'aliases'/],
    [cog(`@UserCommand({ nme: 'y' }) x() {}`), /^A\.x: has no name; write @UserCommand\('/],
    [cog(`@Listen('messageCreate', { onc: true }) x() {}`), /^A\.x: .*'onc'\. Did you mean 'once'/],
    [`@CommandGroup('config') class A {}`, /^A: needs a name and a description/],
    [`@CommandGroup('config', 'x', { permission: [] }) class A {}`, /^A: .*Did you mean 'permissions'/],
    [
      `class V extends View { @Button({ label: 'x', style: 'blue' }) x() {} }`,
      /V\.x .*"blue"; there are primary/,
    ],
    [
      `class V extends View { @Button({ label: 'x', colour: 1 }) x() {} }`,
      /^V\.x: there is no setting 'colour'/,
    ],
    [`class V extends View { @Button({}) x() {} }`, /V\.x has neither a label nor an emoji/],
    [`class V extends View { @Select.user({ min: 1 }) x() {} }`, /^V\.x: .*'min'\. Did you mean 'minValues'/],
    [`class V extends View { @Select.user({ options: [] }) x() {} }`, /^V\.x: there is no setting 'options'/],
  ])('refuse settings of handlers that do not exist: %s', (source, words) => {
    expectRefused(source, words);
  });

  test.each([
    [`@Option.integer('N', { min: 5 }) x!: number;`, /^O\.x: .*'min'\. Did you mean 'minValue'/],
    [`@Option.boolean('N', { minValue: 5 }) x!: boolean;`, /^O\.x: there is no setting 'minValue'/],
    [`@Option.integer('N') x = 'zwei';`, /^O\.x: its initialiser is no value for it: .*whole number/],
    [`@Option.integer('N', { minValue: 5 }) x = 1;`, /^O\.x: its initialiser .*at least 5/],
    [`@Option.list('N', Option.string('One')) x = 'a';`, /^O\.x: its initialiser has to be an array/],
    [
      `@Option.channel('N', { types: ['text'] }) x;`,
      /^O\.x: "text" is no type of channel; write ChannelType\.GuildText/,
    ],
    [
      `@Option.string('N', { choices: ['a', 'a'] }) x!: string;`,
      /^O\.x: two of its choices have the name "a"/,
    ],
    [
      `@Option.choice('N', [{ name: 'a', value: 1 }, { name: 'b', value: 1 }]) x;`,
      /^O\.x: two .* the value 1/,
    ],
    ['@Option.string() x!: string;', /^O\.x: has no description; write Option\.string\('/],
    [`@Option.string({ description: 'N' }) x!: string;`, /^O\.x: has no description/],
  ])('refuse options that do not exist: %s', (properties, words) => {
    expectRefused(options(properties), words);
  });

  test('refuse options in place that are none', () => {
    expectRefused(
      cog(`@SlashCommand('x', { a: 'text' }) x() {}`),
      /^A\.x, option "a": is no option; write a: Option/,
    );
    expectRefused(
      cog(`@SlashCommand('x', { a: Option.string() }) x() {}`),
      /^A\.x, option "a": has no description/,
    );
  });

  test('refuse an optional word before a required one', () => {
    const typed = (first: string, more = ''): string =>
      `class O { ${first} @Option.string('B') b!: string; }\n${cog(`@PrefixCommand('x', O${more}) x() {}`)}`;
    const words = /^A\.x: .* optional "a" stands before the required "b"\. Declare "b" first/;
    expectRefused(typed(`@Option.integer('A') a = 1;`), words);
    for (const fine of [
      typed(`@Option.integer('A', { skippable: true }) a = 1;`),
      typed(`@Option.integer('A') a = 1;`, ', { flags: true }'),
    ]) {
      expect(() => expectRefused(fine, words)).toThrow('nothing was refused');
    }
  });

  test('refuse properties that have neither a decorator nor a value', () => {
    const words = /^O\.b: has no @Option and no initialiser.*; decorate it, initialise it, or take it away/;
    expectRefused(options(`@Option.integer('A') a!: number; b!: number;`), words);
    expectRefused(options(`@Option.integer('A') a!: number; b?: number;`), words);
    expectRefused(
      `@Modal('M') class M { @Input.text('A') a!: string; b!: string; }\nModal.toJSON(M);`,
      /^M\.b: has no @Input and no initialiser/,
    );
    const fine = options(`@Option.integer('A') a?: number = 1; b = 2; c = null; #d; declare e: string;`);
    expect(() => expectRefused(fine, words)).toThrow('nothing was refused');
  });

  test('refuse an options class that cannot be built', () => {
    expectRefused(
      options(`@Option.string('A') a!: string; b = null.x;`),
      /^O: the options class cannot be built: /,
    );
  });
});
