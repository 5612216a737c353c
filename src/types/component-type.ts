import type { ComponentType as ApiComponentType } from 'discord-api-types/v10';
import { numericEnum } from './numeric-enum.js';

/**
 * Kind of a component.
 *
 * @see https://docs.discord.com/developers/components/reference#component-object-component-types
 */
export const ComponentType: typeof ApiComponentType = numericEnum<typeof ApiComponentType>({
  ActionRow: 1,
  Button: 2,
  StringSelect: 3,
  TextInput: 4,
  UserSelect: 5,
  RoleSelect: 6,
  MentionableSelect: 7,
  ChannelSelect: 8,
  Section: 9,
  TextDisplay: 10,
  Thumbnail: 11,
  MediaGallery: 12,
  File: 13,
  Separator: 14,
  ContentInventoryEntry: 16,
  Container: 17,
  Label: 18,
  FileUpload: 19,
  RadioGroup: 21,
  CheckboxGroup: 22,
  Checkbox: 23,
  SelectMenu: 3,
});
export type ComponentType = ApiComponentType;
