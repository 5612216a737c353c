import { ComponentType as C } from 'discord-api-types/v10';
import type { Form } from '../form.js';
import { counts, options } from './component-parts.js';

/** Reads what a select of any kind has besides its custom id. */
export function readSelect(form: Form, type: number, isModal: boolean): Record<string, unknown> {
  if (isModal && form.raw('disabled') === true) {
    form.fail('disabled', 'COMPONENT_DISABLED_IN_MODAL', 'Components in modals cannot be disabled');
  }
  const bounds = counts(form, 25);
  const { min_values: min = 1, max_values: max = 1 } = bounds;
  if (min > max)
    form.fail('min_values', 'SELECT_COMPONENT_MIN_VALUES_TOO_LARGE', 'min_values is larger than max_values');
  const choices = type === C.StringSelect ? options(form, 1, 25) : undefined;
  if (choices && max > Math.max(1, choices.length)) {
    form.fail(
      'max_values',
      'SELECT_COMPONENT_MAX_VALUES_TOO_LARGE',
      'max_values is larger than the number of options',
    );
  }
  const defaults = form.list('default_values');
  checkDefaults(form, {
    min,
    max,
    given: defaults?.length,
    chosen: choices?.filter((one) => one['default']),
  });
  return {
    placeholder: form.string('placeholder', { max: 150 }),
    ...bounds,
    min_values: min,
    max_values: max,
    disabled: isModal ? undefined : form.boolean('disabled'),
    options: choices,
    channel_types: type === C.ChannelSelect ? form.integers('channel_types') : undefined,
    default_values: defaults?.map((value) => ({
      id: value.snowflake('id', { required: true }),
      type: value.string('type', { required: true }),
    })),
  };
}

/** Refuses other numbers of values selected from the start than can be selected. */
function checkDefaults(
  form: Form,
  counts: {
    readonly min: number;
    readonly max: number;
    readonly given: number | undefined;
    readonly chosen: readonly unknown[] | undefined;
  },
): void {
  const { chosen = [], given = 0, max, min } = counts;
  if (given > 0 && (given < min || given > max)) {
    form.fail(
      'default_values',
      'SELECT_COMPONENT_INVALID_DEFAULT_VALUES',
      `The number of default values must be in the range defined by min_values and max_values (${min} to ${max})`,
    );
  }
  if (chosen.length > max) {
    form.fail(
      'options',
      'SELECT_COMPONENT_TOO_MANY_DEFAULT_VALUES',
      'More options are selected by default than max_values allows',
    );
  }
}
