/** Components of messages and modals. @see https://docs.discord.com/developers/components/reference */
import { ComponentType as C } from 'discord-api-types/v10';
import type { ComponentRecord } from '../../world/message-record.js';
import type { Form } from '../form.js';
import {
  attachedFile,
  clean,
  counts,
  described,
  galleryItem,
  media,
  options,
  readEmoji,
} from './component-parts.js';
import { readSelect } from './select-form.js';

/** Where a component stands, which decides what it may be. */
export type ComponentPlace =
  | 'message'
  | 'message-v2'
  | 'row'
  | 'section'
  | 'accessory'
  | 'container'
  | 'modal'
  | 'label';

const SELECTS: readonly number[] = [
  C.StringSelect,
  C.UserSelect,
  C.RoleSelect,
  C.MentionableSelect,
  C.ChannelSelect,
];
const V2_LAYOUT: readonly number[] = [
  C.ActionRow,
  C.Section,
  C.TextDisplay,
  C.MediaGallery,
  C.File,
  C.Separator,
];

const ALLOWED: Readonly<Record<ComponentPlace, readonly number[]>> = {
  message: [C.ActionRow],
  'message-v2': [...V2_LAYOUT, C.Container],
  row: [C.Button, ...SELECTS, C.TextInput],
  section: [C.TextDisplay],
  accessory: [C.Button, C.Thumbnail],
  container: V2_LAYOUT,
  modal: [C.ActionRow, C.TextDisplay, C.Label],
  label: [C.TextInput, ...SELECTS, C.FileUpload, C.RadioGroup, C.CheckboxGroup, C.Checkbox],
};

const MAX_COMPONENTS_V2 = 40;
const MAX_ROWS = 5;
const MAX_TEXT_V2 = 4000;

/** Reads `components` of a message body. */
export function readMessageComponents(form: Form, isV2: boolean): ComponentRecord[] | undefined {
  const reader = new ComponentReader(false);
  const components = reader.readList(form, isV2 ? 'message-v2' : 'message', isV2 ? {} : { max: MAX_ROWS });
  if (isV2 && reader.count > MAX_COMPONENTS_V2) {
    form.fail(
      'components',
      'BASE_TYPE_BAD_LENGTH',
      `The total number of components exceeds ${MAX_COMPONENTS_V2}.`,
    );
  }
  if (isV2 && reader.textLength > MAX_TEXT_V2) {
    form.fail('components', 'COMPONENT_MAX_TEXT_LENGTH', `Total text length exceeds ${MAX_TEXT_V2}.`);
  }
  return components;
}

/** Reads `components` of a modal. */
export function readModalComponents(form: Form): ComponentRecord[] | undefined {
  return new ComponentReader(true).readList(form, 'modal', { required: true, min: 1, max: 5 });
}

/** Reads one tree of components, remembering the custom ids it has met. */
class ComponentReader {
  readonly #customIds = new Set<string>();
  readonly #isModal: boolean;
  count = 0;
  textLength = 0;

  constructor(isModal: boolean) {
    this.#isModal = isModal;
  }

  readList(
    form: Form,
    place: ComponentPlace,
    rule: { readonly required?: boolean; readonly min?: number; readonly max?: number },
  ): ComponentRecord[] | undefined {
    return form.list('components', rule)?.map((item) => this.#read(item, place));
  }

  #read(form: Form, place: ComponentPlace): ComponentRecord {
    this.count++;
    const type = form.integer('type', { required: true, oneOf: ALLOWED[place] }) ?? 0;
    const id = form.integer('id', { min: 0, max: 2 ** 31 - 1 });
    return clean({ type, id, ...this.#fields(form, type, place) });
  }

  #fields(form: Form, type: number, place: ComponentPlace): Record<string, unknown> {
    if (SELECTS.includes(type)) return this.#select(form, type);
    switch (type) {
      case C.ActionRow:
        return this.#row(form);
      case C.Button:
        return this.#button(form);
      case C.TextInput:
        return this.#textInput(form, place);
      case C.Section:
        return this.#section(form);
      case C.TextDisplay:
        return this.#text(form);
      case C.Thumbnail:
        return { media: media(form, 'media'), ...described(form) };
      case C.MediaGallery:
        return { items: form.list('items', { required: true, min: 1, max: 10 })?.map(galleryItem) };
      case C.File:
        return { file: attachedFile(form), spoiler: form.boolean('spoiler') ?? false };
      case C.Separator:
        return {
          divider: form.boolean('divider') ?? true,
          spacing: form.integer('spacing', { oneOf: [1, 2] }) ?? 1,
        };
      case C.Container:
        return this.#container(form);
      case C.Label:
        return this.#label(form);
      case C.FileUpload:
        return {
          ...this.#input(form),
          ...counts(form, 10),
          file_types: form.strings('file_types', { max: 10 }),
        };
      case C.RadioGroup:
        return { ...this.#input(form), options: options(form, 2, 10) };
      case C.CheckboxGroup:
        return { ...this.#input(form), ...counts(form, 10), options: options(form, 1, 10) };
      case C.Checkbox:
        return { custom_id: this.#customId(form), default: form.boolean('default') };
      default:
        return {};
    }
  }

  #row(form: Form): Record<string, unknown> {
    const components = this.readList(form, 'row', { required: true, min: 1, max: 5 }) ?? [];
    const hasSelect = components.some(({ type }) => type !== C.Button);
    if (hasSelect && components.length > 1) {
      form.fail(
        'components',
        'COMPONENT_LAYOUT_WIDTH_EXCEEDED',
        'The specified component exceeds the maximum width',
      );
    }
    for (const { type } of components) {
      const isForModal = type === C.TextInput;
      if (isForModal !== this.#isModal) {
        form.fail('components', 'BASE_TYPE_CHOICES', `A component of type ${type} is not allowed here.`);
      }
    }
    return { components };
  }

  #button(form: Form): Record<string, unknown> {
    const style = form.integer('style', { required: true, oneOf: [1, 2, 3, 4, 5, 6] });
    const isLink = style === 5;
    const isPremium = style === 6;
    const label = form.string('label', { max: 80 });
    const emoji = readEmoji(form.object('emoji'));
    if (!isPremium && label === undefined && !emoji) {
      form.fail(undefined, 'BUTTON_COMPONENT_INVALID', 'A button must have a label or emoji.');
    }
    if (form.has('custom_id') && form.has('url')) {
      form.fail(
        undefined,
        'BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE',
        'A custom id and url cannot both be specified',
      );
    }
    if (isLink && !form.has('url')) form.fail('url', 'BUTTON_COMPONENT_URL_REQUIRED', 'A url is required');
    if (isPremium && !form.has('sku_id')) form.fail('sku_id', 'BASE_TYPE_REQUIRED', 'This field is required');
    const needsCustomId = !isLink && !isPremium;
    if (needsCustomId && form.has('url'))
      form.fail('url', 'BUTTON_COMPONENT_INVALID', 'Only link buttons have a url');
    return {
      style,
      label,
      emoji,
      custom_id: needsCustomId ? this.#customId(form) : undefined,
      url: isLink ? form.string('url', { max: 512 }) : undefined,
      sku_id: isPremium ? form.snowflake('sku_id') : undefined,
      disabled: form.boolean('disabled'),
    };
  }

  #select(form: Form, type: number): Record<string, unknown> {
    const head = this.#isModal ? this.#input(form) : { custom_id: this.#customId(form) };
    return { ...head, ...readSelect(form, type, this.#isModal) };
  }

  #textInput(form: Form, place: ComponentPlace): Record<string, unknown> {
    const isLegacy = place === 'row';
    if (!isLegacy && form.has('label'))
      form.fail('label', 'TEXT_INPUT_LABEL_IN_LABEL', 'The label belongs to the Label around it');
    const min = form.integer('min_length', { min: 0, max: 4000 });
    const max = form.integer('max_length', { min: 1, max: 4000 });
    if (min !== undefined && max !== undefined && min > max) {
      form.fail('min_length', 'TEXT_INPUT_MIN_LENGTH_TOO_LARGE', 'min_length is larger than max_length');
    }
    return {
      custom_id: this.#customId(form),
      style: form.integer('style', { required: true, oneOf: [1, 2] }),
      label: isLegacy ? form.string('label', { required: true, min: 1, max: 45 }) : undefined,
      min_length: min,
      max_length: max,
      required: form.boolean('required') ?? true,
      value: form.string('value', { max: 4000 }),
      placeholder: form.string('placeholder', { max: 100 }),
    };
  }

  #section(form: Form): Record<string, unknown> {
    const components = this.readList(form, 'section', { required: true, min: 1, max: 3 });
    const accessory = form.object('accessory', { required: true });
    return { components, accessory: accessory && this.#read(accessory, 'accessory') };
  }

  #text(form: Form): Record<string, unknown> {
    const content = form.string('content', { required: true, min: 1, max: 4000 });
    this.textLength += content?.length ?? 0;
    return { content };
  }

  #container(form: Form): Record<string, unknown> {
    return {
      accent_color: form.integer('accent_color', { min: 0, max: 0xffffff }) ?? null,
      spoiler: form.boolean('spoiler') ?? false,
      components: this.readList(form, 'container', { required: true, min: 1 }),
    };
  }

  #label(form: Form): Record<string, unknown> {
    const child = form.object('component', { required: true });
    return {
      label: form.string('label', { required: true, min: 1, max: 45 }),
      description: form.string('description', { max: 100 }),
      component: child && this.#read(child, 'label'),
    };
  }

  #input(form: Form): Record<string, unknown> {
    return { custom_id: this.#customId(form), required: form.boolean('required') ?? true };
  }

  #customId(form: Form): string | undefined {
    const customId = form.string('custom_id', { required: true, min: 1, max: 100 });
    if (customId === undefined) return undefined;
    if (this.#customIds.has(customId)) {
      form.fail('custom_id', 'COMPONENT_CUSTOM_ID_DUPLICATED', 'Component custom id cannot be duplicated');
    }
    this.#customIds.add(customId);
    return customId;
  }
}
