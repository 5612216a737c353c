import type { AutoDefer } from '../commands/command-settings.js';
import { Injectable } from '../di/injectable.js';
import type { SettingKeys } from '../errors/check-settings.js';
import { checkSettings } from '../errors/check-settings.js';
import { checkClassSite, refuseBareOnClass } from '../errors/decorator-site.js';
import type { Constructor } from '../types/type-tools.js';
import { ClassMetadata } from '../utils/class-metadata.js';

/** Options of a cog. */
export interface CogOptions {
  /** When commands of the cog are deferred for their handler; a command's own setting comes first, the bot's last. */
  readonly autoDefer?: AutoDefer;
  /** Name in messages, logs and help; the class's name unless given. */
  readonly name?: string;
  /** What help says about the cog. */
  readonly description?: string;
  /** Persistent views that the bot knows while the cog is loaded. */
  readonly views?: readonly Constructor[];
}

const cogKeys: SettingKeys<CogOptions> = { autoDefer: true, description: true, name: true, views: true };

/** What a cog may do when it comes and goes. */
export interface CogLifecycle {
  /** Runs before anything of the cog is reachable by users; a rejection keeps the cog out. */
  onLoad?(): unknown;
  /** Runs after everything of the cog has been taken back. */
  onUnload?(): unknown;
}

export const cogMetadata = new ClassMetadata<CogOptions>('cog');

/**
 * Class whose decorated methods become commands, listeners, components and tasks of a bot.
 *
 * Built by injection, once per bot and load.
 *
 * @example
 * ```ts
 * @Cog({ description: 'Sums' })
 * class Maths {
 *   @SlashCommand('Adds two numbers', AddOptions)
 *   add(ctx: SlashContext, { a, b }: AddOptions): string {
 *     return `${a} + ${b} = ${a + b}`;
 *   }
 * }
 * ```
 */
export function Cog(options?: CogOptions): (target: Constructor) => void;
export function Cog(options: CogOptions = {}, ...more: readonly unknown[]): (target: Constructor) => void {
  refuseBareOnClass('Cog', [options, ...more], 'Cog()');
  return (target: Constructor, key?: unknown) => {
    checkClassSite('Cog', target, key);
    checkSettings(options, cogKeys, target.name);
    Injectable()(target);
    cogMetadata.add(target, options);
  };
}

/** Whether a class, or a base class of it, has `@Cog`. */
export function isCog(target: object): boolean {
  return cogMetadata.of(target).length > 0;
}

/** Options of a cog; those of a subclass win over those of its base. */
export function cogOptions(target: Constructor): CogOptions & { readonly name: string } {
  return Object.assign({ name: target.name }, ...cogMetadata.of(target)) as CogOptions & {
    readonly name: string;
  };
}
