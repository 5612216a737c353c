import type { FoundBot } from '../entry/bot-collector.js';
import type { Finding } from './finding.js';

interface MetadataReader {
  hasMetadata?(key: string, target: object, property?: string): boolean;
}

/** Whether the compiler that made the cogs tells the types of their constructors' parameters. */
export function checkMetadata(bots: readonly FoundBot[]): readonly Finding[] {
  const cogs = bots.flatMap(({ bot }) => ('cogs' in bot ? bot.cogs : [])).map(({ cogClass }) => cogClass);
  if (cogs.length === 0) return [];
  const isEmitted = cogs.some(({ prototype }) => hasTypes(prototype as object));
  const detail = isEmitted
    ? 'emitted: what a constructor of a cog names is injected'
    : 'not emitted by what compiles this program (tsx and esbuild never do): use inject(Service), not constructor parameters';
  return [{ name: 'metadata', level: 'ok', detail }];
}

/** A compiler that emits metadata does so for every decorated method. */
function hasTypes(prototype: object): boolean {
  const { hasMetadata } = Reflect as MetadataReader;
  return Object.getOwnPropertyNames(prototype).some((key) => hasMetadata?.('design:type', prototype, key));
}
