import { describe, expect, test } from '@jest/globals';
import { MaxLength, Min } from 'class-validator';
import { ChannelType } from 'discord-api-types/v10';
import { InvalidDefinitionError } from '../../src/errors/invalid-definition-error.js';
import type { Role } from '../../src/models/role.js';
import type { TextChannel } from '../../src/models/text-channel.js';
import { Option } from '../../src/schema/option.js';
import type { OptionsSource } from '../../src/schema/option-schema.js';
import { compileOptions } from '../../src/schema/option-schema.js';
import { toWireOptions } from '../../src/schema/option-wire.js';

enum Colour {
  Red,
  Green = 5,
}

class Many {
  @Option.string('Text', { minLength: 2, maxLength: 5, nameLocalizations: { de: 'wort' } }) word = 'none';
  @Option.integer('Count', { minValue: 0, maxValue: 7 }) howMany!: number;
  @Option.channel('Log to', { types: [ChannelType.GuildText], required: false }) log?: TextChannel;
  @Option.choice('Colour', Colour) colour = Colour.Red;
  @Option.choice('Size', ['s', 'm']) size!: 's' | 'm';
  @Option.duration('How long') lengthMs = 1000;
  @Option.role('Role', { required: false, name: 'rolle' }) role?: Role;
}

const wireOf = (source: OptionsSource): object[] => toWireOptions(compileOptions(source, 'Test.method'));

describe('options classes', () => {
  test('become what Discord takes, required ones first', () => {
    expect(wireOf(Many)).toEqual([
      { type: 4, name: 'how_many', description: 'Count', required: true, min_value: 0, max_value: 7 },
      {
        type: 3,
        name: 'size',
        description: 'Size',
        required: true,
        choices: [
          { name: 's', value: 's' },
          { name: 'm', value: 'm' },
        ],
      },
      {
        type: 3,
        name: 'word',
        description: 'Text',
        name_localizations: { de: 'wort' },
        min_length: 2,
        max_length: 5,
      },
      { type: 7, name: 'log', description: 'Log to', channel_types: [0] },
      {
        type: 4,
        name: 'colour',
        description: 'Colour',
        choices: [
          { name: 'Red', value: 0 },
          { name: 'Green', value: 5 },
        ],
      },
      { type: 3, name: 'length_ms', description: 'How long' },
      { type: 8, name: 'rolle', description: 'Role' },
    ]);
  });

  test('inherit options, and replace those declared again', () => {
    class Base {
      @Option.string('Reason') reason!: string;
      @Option.string('Note') note = '';
    }
    class Derived extends Base {
      @Option.string('Better reason') declare reason: string;
      @Option.boolean('Quiet') quiet = false;
    }
    expect(wireOf(Derived)).toMatchObject([
      { name: 'reason', description: 'Better reason', required: true },
      { name: 'note' },
      { name: 'quiet' },
    ]);
    expect(wireOf(Base)).toHaveLength(2);
  });

  test('take limits from class-validator, without this package loading it', () => {
    class Validated {
      @Option.integer('Days') @Min(3) days = 3;
      @Option.string('Why') @MaxLength(200) why = '';
    }
    expect(wireOf(Validated)).toMatchObject([{ min_value: 3 }, { max_length: 200 }]);
  });

  test('give a fresh object each time', () => {
    const schema = compileOptions(Many, 'Test.method');
    expect(schema.create()).not.toBe(schema.create());
    expect(schema.create()).toBeInstanceOf(Many);
  });

  test('offer more than 25 choices by autocomplete', () => {
    const letters = Array.from({ length: 26 }, (_, index) => `letter ${index}`);
    expect(wireOf({ letter: Option.choice('Letter', letters) })).toEqual([
      { type: 3, name: 'letter', description: 'Letter', required: true, autocomplete: true },
    ]);
  });
});

describe('options are refused at registration', () => {
  const refused: ReadonlyArray<readonly [string, () => OptionsSource, RegExp]> = [
    [
      'on a static property',
      () => {
        // biome-ignore lint/complexity/noStaticOnlyClass: what is refused
        class Static {
          static word = '';
        }
        Option.string('Text')(Static as never, 'word' as never);
        return Static;
      },
      /^Static\.word: @Option.string stands on a static property; drop the 'static'/,
    ],
    [
      'with an initialiser and required: false',
      () => {
        class Both {
          word = 'x';
        }
        Option.string('Text', { required: false })(Both.prototype as never, 'word' as never);
        return Both;
      },
      /^Both\.word: has an initialiser and \{ required: false \}/,
    ],
    ['without any option', () => class Empty {}, /^Empty: no property has an @Option/],
    [
      'with a bad name',
      () => ({ x: Option.string('Text', { name: 'Two Words' }) }),
      /"Two Words" is not a name/,
    ],
    ['without a description', () => ({ x: Option.string('') }), /description has 0 characters/],
    [
      'with a length beyond 6000',
      () => ({ x: Option.string('T', { maxLength: 6001 }) }),
      /outside 0 to 6000/,
    ],
    [
      'with limits crossed',
      () => ({ x: Option.integer('T', { minValue: 3, maxValue: 2 }) }),
      /3 is above the largest, 2/,
    ],
    [
      'with choices and autocomplete',
      () => ({ x: Option.string('T', { choices: ['a'], autocomplete: ['a'] }) }),
      /choices and autocomplete/,
    ],
    ['with mixed choices', () => ({ x: Option.choice('T', ['a', 1]) }), /mixes texts and numbers/],
    [
      'with one name twice',
      () => ({ x: Option.string('T'), y: Option.string('T', { name: 'x' }) }),
      /has the name "x" of/,
    ],
    [
      'beyond 25',
      () => Object.fromEntries(Array.from({ length: 26 }, (_, index) => [`o${index}`, Option.string('T')])),
      /has 26 options; Discord takes 25/,
    ],
  ];

  test.each(refused)('%s', (_name, source, message) => {
    const attempt = (): unknown => compileOptions(source(), 'Test.method');
    expect(attempt).toThrow(InvalidDefinitionError);
    expect(attempt).toThrow(message);
  });
});

describe('options inside options', () => {
  test.each([
    ['list', () => Option.list('Tags', { of: 'string' } as never)],
    ['union', () => Option.union('Whom', [Option.user('User'), 'string' as never])],
  ])('of a %s are refused when they are none', (kind, make) => {
    expect(make).toThrow(`Option.${kind}: takes options as its second argument`);
  });
});
