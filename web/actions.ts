// What a panel may ask for. Types only: panels know these verbs and nothing of who carries them out.
import type { SamplerKind, Speed } from './protocol.ts';
import type { NumberKey, SeedKey } from './settings.ts';
import type { Cell } from './state.ts';

export interface Actions {
  train(): void;
  pause(): void;
  step(): void;
  reset(): void;
  setNumber(key: NumberKey, value: number): void;
  setSeed(key: SeedKey, value: number): void;
  setSpeed(speed: Speed): void;
  setSampler(sampler: SamplerKind): void;
  newNameSeed(): void;
  loadFile(file: File): void;
  loadText(text: string, title: string): void;
  loadBundled(): void;
  cancelLoad(): void;
  dismissFailure(): void;
  /** Says why something the user did was not done, in the place where failures stand. */
  refuse(title: string, message: string): void;
  setWord(word: string): void;
  point(cell: Cell | null): void;
}
