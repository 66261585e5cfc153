// What the naming studio asks for, beside the settings it shares with the lab (smoothing, seed, sampler,
// training), and what it starts with.
import type { Model } from '../messages/questions.ts';
import type { NameOrder, NameRules } from '../messages/studio-questions.ts';

/** The studio's own settings. */
export interface StudioSettings {
  model: Model;
  temperature: number;
  rules: NameRules;
  newOnly: boolean;
  unique: boolean;
  count: number;
  order: NameOrder;
}

/** Rules that every name keeps. */
export const freeRules: NameRules = {
  startsWith: '',
  endsWith: '',
  contains: [],
  notContains: [],
  minLength: 0,
  maxLength: null,
};

/** The studio as it is first opened. */
export const studioDefaults: StudioSettings = {
  model: 'counted',
  temperature: 1,
  rules: freeRules,
  newOnly: true,
  unique: true,
  count: 20,
  order: 'drawn',
};
