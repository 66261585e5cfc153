// How a link writes and reads what the naming studio asks for, and the limits of it. Pure.
import type { Model } from '../messages/questions.ts';
import type { NameOrder, NameRules } from '../messages/studio-questions.ts';
import { studioDefaults } from '../state/studio-defaults.ts';
import type { StudioSettings } from '../state/studio-defaults.ts';

/** The most names at a time. */
export const mostNames = 1000;
/** The largest length that a rule may name. */
export const longestLength = 1000;
/** The range of temperatures. */
export const temperatures = { min: 0.05, max: 20 } as const;
const models: readonly Model[] = ['counted', 'learned'];
/** The orders, the first as drawn. */
export const nameOrders: readonly NameOrder[] = ['drawn', 'probability', 'length', 'alphabet'];

/** The longest string rule, and how many strings of a kind, that a link is read with. */
const longestString = 200;
const mostStrings = 20;

/** Adds the studio's settings to a link's fields, but for those at their defaults. */
export function writeStudio(studio: StudioSettings, fields: URLSearchParams): void {
  const { rules } = studio;
  const add = (name: string, value: string | number, usual: string | number) => {
    if (value !== usual) fields.append(name, String(value));
  };
  add('model', studio.model, studioDefaults.model);
  add('temperature', studio.temperature, studioDefaults.temperature);
  add('starts', rules.startsWith, '');
  add('ends', rules.endsWith, '');
  for (const part of rules.contains) add('contains', part, '');
  for (const part of rules.notContains) add('without', part, '');
  add('min', rules.minLength, 0);
  add('max', rules.maxLength ?? '', '');
  add('listed', studio.newOnly ? 0 : 1, 0);
  add('repeats', studio.unique ? 0 : 1, 0);
  add('many', studio.count, studioDefaults.count);
  add('by', studio.order, studioDefaults.order);
}

/** The studio's settings of a link; the default of whatever cannot be read. */
export function readStudio(fields: URLSearchParams): StudioSettings {
  const text = (name: string) => readString(fields.get(name)) ?? '';
  const texts = (name: string) =>
    fields
      .getAll(name)
      .slice(0, mostStrings)
      .flatMap((part) => readString(part) ?? []);
  const temperature = Number(/^\d+(\.\d+)?$/.exec(fields.get('temperature') ?? '')?.[0]);
  const { min, max } = temperatures;
  return {
    model: models.find((model) => model === fields.get('model')) ?? studioDefaults.model,
    temperature: temperature >= min && temperature <= max ? temperature : 1,
    rules: {
      startsWith: text('starts'),
      endsWith: text('ends'),
      contains: texts('contains'),
      notContains: texts('without'),
      minLength: readWhole(fields.get('min'), 0, longestLength) ?? 0,
      maxLength: readWhole(fields.get('max'), 1, longestLength),
    },
    newOnly: fields.get('listed') !== '1',
    unique: fields.get('repeats') !== '1',
    count: readWhole(fields.get('many'), 1, mostNames) ?? studioDefaults.count,
    order: nameOrders.find((order) => order === fields.get('by')) ?? studioDefaults.order,
  };
}

function readString(text: string | null): string | null {
  return text === null || text === '' || text.length > longestString ? null : text;
}

/** A whole number within bounds, as a field or a link has it; null for anything else. */
export function readWhole(text: string | null, least: number, most: number): number | null {
  if (text === null || !/^\d{1,6}$/.test(text.trim())) return null;
  const value = Number(text);
  return value >= least && value <= most ? value : null;
}

/** Whether every name keeps them. */
export function areFree(rules: NameRules): boolean {
  const { startsWith, endsWith, contains, notContains, minLength, maxLength } = rules;
  const strings = [startsWith, endsWith, ...contains, ...notContains];
  return strings.every((part) => part === '') && minLength <= 1 && maxLength === null;
}
