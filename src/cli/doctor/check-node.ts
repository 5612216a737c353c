import { ownManifest } from '../own-package.js';
import type { Finding } from './finding.js';

/** Whether this Node is one that cogwork runs on. */
export function checkNode(current: string = process.versions.node): readonly Finding[] {
  const wanted = ownManifest().engines?.node?.replace('>=', '') ?? '0';
  const name = 'node';
  if (isAtLeast(current, wanted)) return [{ name, level: 'ok', detail: current }];
  return [
    { name, level: 'fail', detail: `${current} is too old`, advice: `Install Node ${wanted} or newer.` },
  ];
}

function isAtLeast(current: string, wanted: string): boolean {
  const [have, need] = [current, wanted].map((version) => version.split('.').map(Number)) as [
    number[],
    number[],
  ];
  for (const [at, part] of need.entries()) {
    if ((have[at] ?? 0) !== part) return (have[at] ?? 0) > part;
  }
  return true;
}
