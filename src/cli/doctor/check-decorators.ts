import { shownEntry } from '../entry/find-entry.js';
import type { Finding } from './finding.js';
import { findTsconfig } from './read-tsconfig.js';

const name = 'decorators';

/** Whether the compiler of the project makes the decorators that cogwork has. */
export function checkDecorators(entry: string): readonly Finding[] {
  if (!/\.[cm]?tsx?$/.test(entry)) return [];
  const settings = findTsconfig(entry);
  if (settings === undefined) {
    const detail = 'there is no tsconfig.json, so decorators are compiled by another standard';
    return [
      {
        name,
        level: 'fail',
        detail,
        advice: 'Make one with { "compilerOptions": { "experimentalDecorators": true } }.',
      },
    ];
  }
  const { compilerOptions } = settings;
  const path = shownEntry(settings.path);
  if (compilerOptions['experimentalDecorators'] !== true) {
    const detail = `experimentalDecorators is off in ${path}`;
    return [
      { name, level: 'fail', detail, advice: 'Set "experimentalDecorators": true in compilerOptions.' },
    ];
  }
  const settingNames = ['experimentalDecorators', 'emitDecoratorMetadata'].filter(
    (each) => compilerOptions[each] === true,
  );
  return [{ name, level: 'ok', detail: `${settingNames.join(' and ')} in ${path}` }];
}
