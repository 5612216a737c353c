import type { Inspect } from '../../utils/inspect-as.js';
import { inspectAs, inspectCustom } from '../../utils/inspect-as.js';
import type { ComponentRecord, MessageRecord } from '../world/message-record.js';

const STYLES: Readonly<Record<number, string>> = {
  1: 'primary',
  2: 'secondary',
  3: 'success',
  4: 'danger',
  5: 'link',
  6: 'premium',
};

/** Button as a person sees it. */
export class SeenButton {
  /** Message that the button is on. @internal */
  readonly message: MessageRecord;
  /** Component as Discord sends it. */
  readonly data: Readonly<ComponentRecord>;

  /** @internal */
  constructor(message: MessageRecord, data: ComponentRecord) {
    this.message = message;
    this.data = data;
  }

  /** Text on the button; empty where there is only an emoji. */
  get label(): string {
    return this.data.label ?? '';
  }

  /** What the bot gets when it is pressed; links have none. */
  get customId(): string | undefined {
    return this.data.custom_id;
  }

  /** Name of the style, as in `primary`. */
  get style(): string {
    return STYLES[this.data.style ?? 0] ?? 'unknown';
  }

  /** Whether it cannot be pressed. */
  get isDisabled(): boolean {
    return this.data.disabled === true;
  }

  /** Address that a link leads to. */
  get url(): string | undefined {
    return this.data.url;
  }

  /** Shows in a console what this is. @internal */
  [inspectCustom](_depth: number, options: object, inspect: Inspect): string {
    return inspectAs(
      this,
      { label: this.label, style: this.style, customId: this.customId, isDisabled: this.isDisabled },
      options,
      inspect,
    );
  }
}

/** Select menu as a person sees it. */
export class SeenSelect {
  /** Message that the menu is on. @internal */
  readonly message: MessageRecord;
  /** Component as Discord sends it. */
  readonly data: Readonly<ComponentRecord>;

  /** @internal */
  constructor(message: MessageRecord, data: ComponentRecord) {
    this.message = message;
    this.data = data;
  }

  /** Text that is shown while nothing is chosen. */
  get placeholder(): string {
    return this.data.placeholder ?? '';
  }

  /** What the bot gets when something is chosen. */
  get customId(): string {
    return this.data.custom_id ?? '';
  }

  /** Labels of what can be chosen; empty for menus of users, roles and channels. */
  get options(): readonly string[] {
    return (this.data.options ?? []).map(({ label }) => label);
  }

  /** Whether nothing can be chosen. */
  get isDisabled(): boolean {
    return this.data.disabled === true;
  }

  /** Shows in a console what this is. @internal */
  [inspectCustom](_depth: number, options: object, inspect: Inspect): string {
    return inspectAs(
      this,
      {
        placeholder: this.placeholder,
        options: this.options,
        customId: this.customId,
        isDisabled: this.isDisabled,
      },
      options,
      inspect,
    );
  }
}
