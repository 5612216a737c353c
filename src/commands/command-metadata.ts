import type { OptionsSource } from '../schema/option-schema.js';
import { ClassMetadata } from '../utils/class-metadata.js';
import type {
  EntryPointSettings,
  MenuCommandSettings,
  PrefixCommandSettings,
  SlashCommandSettings,
} from './command-settings.js';

/** Entry that a command decorator leaves on its class. */
export type DeclaredCommand =
  | {
      readonly kind: 'slash';
      readonly method: string;
      readonly settings: SlashCommandSettings;
      readonly options: OptionsSource | undefined;
      /** Whether the method is a command of the other sort too. */
      readonly isHybrid?: boolean;
    }
  | {
      readonly kind: 'prefix';
      readonly method: string;
      readonly settings: PrefixCommandSettings;
      readonly options: OptionsSource | undefined;
      /** Whether the method is a command of the other sort too. */
      readonly isHybrid?: boolean;
    }
  | { readonly kind: 'user' | 'message'; readonly method: string; readonly settings: MenuCommandSettings }
  | { readonly kind: 'entryPoint'; readonly method: string; readonly settings: EntryPointSettings };

export const commandMetadata = new ClassMetadata<DeclaredCommand>('command');
