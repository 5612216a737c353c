import { describe, expect, test } from '@jest/globals';
import { ArrayMaxSize, ArrayMinSize, MaxLength } from 'class-validator';
import { Input, Modal } from 'cogwork';

describe('rules of class-validator on arrays', () => {
  @Modal('Team')
  class Team {
    @Input.select('Areas', ['ui', 'api', 'cli'], { multiple: true })
    @ArrayMinSize(2)
    @ArrayMaxSize(3)
    areas!: ('ui' | 'api' | 'cli')[];
  }

  test('become the least and most values', () => {
    expect(Modal.toJSON(Team).components[0]).toMatchObject({ component: { min_values: 2, max_values: 3 } });
  });
});

describe('a field that Discord would refuse', () => {
  const long = 'x'.repeat(101);
  const cases: Record<string, [() => PropertyDecorator, string]> = {
    'a placeholder of 101 characters': [() => Input.text('A', { placeholder: long }) as never, 'placeholder'],
    'a description of 101 characters': [() => Input.text('A', { description: long }) as never, 'description'],
    'a least length above the most': [
      () => Input.text('A', { minLength: 5, maxLength: 4 }) as never,
      '5 to 4',
    ],
    'a length beyond 4,000': [
      () => Input.paragraph('A', { maxLength: 4001 }) as never,
      '0 to 4001 characters',
    ],
    'counts of a single value': [() => Input.user('A', { maxValues: 2 }) as never, 'multiple: true'],
    '26 values': [() => Input.role('A', { multiple: true, maxValues: 26 }) as never, '0 to 26 values'],
    '11 files': [() => Input.file('A', { multiple: true, maxValues: 11 }) as never, '0 to 11 values'],
    '11 types of files': [() => Input.file('A', { fileTypes: Array(11).fill('.png') }) as never, '11 types'],
    'no value where one is required': [
      () => Input.user('A', { multiple: true, minValues: 0 }) as never,
      'cannot be 0',
    ],
    'one radio button': [() => Input.radio('A', ['a']) as never, '1 choices'],
    '11 boxes': [
      () =>
        Input.checkboxes(
          'A',
          Array.from({ length: 11 }, (_, i) => `${i}`),
        ) as never,
      '11 choices',
    ],
    'a choice twice': [() => Input.select('A', ['a', 'a']) as never, '"a" twice'],
    'a choice of 101 characters': [() => Input.select('A', [long]) as never, '101 characters'],
  };

  test.each(Object.entries(cases))('is refused with its name: %s', (_what, [decorator, reason]) => {
    @Modal('Wrong')
    class Wrong {
      field!: never;
    }
    decorator()(Wrong.prototype, 'field');
    expect(() => Modal.toJSON(Wrong)).toThrow(reason);
    expect(() => Modal.toJSON(Wrong)).toThrow('Wrong.field');
  });

  test('is refused when what is to stand in it is too long', () => {
    @Modal('Short')
    class Short {
      @Input.text('Name') @MaxLength(5) name!: string;
    }
    expect(() => Modal.toJSON(Short, { values: { name: 'too long' } })).toThrow('8 characters');
    expect(() => Modal.toJSON(Short, { title: 'x'.repeat(46) })).toThrow('title');
  });
});
