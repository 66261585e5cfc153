// What a panel may ask for. Types only: panels know these verbs and nothing of who carries them out.
import type { LinkedPart } from '../links/link.ts';
import type { NamedList } from '../lists/bundled.ts';
import type { Reading, SamplerKind, Speed, UntrainedKind } from '../messages/protocol.ts';
import type { AnswerTo, Question } from '../messages/questions.ts';
import type { NumberKey, SeedKey } from '../state/settings.ts';
import type { Cell } from '../state/state.ts';
import type { StudioSettings } from '../state/studio-defaults.ts';
import type { View } from '../state/view.ts';

/** How a link brings its list: as a name, as its text, or not at all (the reader must have the file). */
export interface Link {
  url: string;
  list: 'named' | 'inside' | 'asked-for' | 'blend';
}

/** What the panels may ask for; the controller carries it out. */
export interface Actions {
  train(): void;
  pause(): void;
  /** One step onwards: along the run where it has been taken before, else a new one. */
  step(): void;
  /** One step back. */
  stepBack(): void;
  /** To any step already reached. Asked faster than it can be done, the latest wish wins. */
  seek(step: number): void;
  cancelSeek(): void;
  reset(): void;
  setNumber(key: NumberKey, value: number): void;
  setSeed(key: SeedKey, value: number): void;
  setSpeed(speed: Speed): void;
  setSampler(sampler: SamplerKind): void;
  setUntrained(kind: UntrainedKind): void;
  newNameSeed(): void;
  loadFile(file: File): void;
  loadText(text: string, title: string): void;
  loadNamed(name: NamedList): void;
  /** Several lists, their counts added; own lists are those of this visit. `reading` is of the whole. */
  loadBlend(parts: LinkedPart[], reading?: Reading): void;
  /** The lecture's list, by the counts that come with the page (web/public/lists). */
  loadLecture(): void;
  /** The open list read in another way; `undoReading` goes back to the place before it. */
  reread(reading: Reading): void;
  /** The list that was refused. */
  readAsWindows1252: () => void;
  undoReading: () => void;
  cancelLoad: () => void;
  dismissFailure(): void;
  /** Says why something the user did was not done, in the place where failures stand. */
  refuse: (title: string, message: string) => void;
  setWord(word: string): void;
  point(cell: Cell | null): void;
  setView(view: Partial<View>): void;
  setStudio(studio: Partial<StudioSettings>): void;
  /** The station of the lesson that is open. */
  setStation(station: string | null): void;
  /** Asks the core through the worker; the promise fails with the core's own words. */
  ask<Q extends Question>(question: Q): Promise<AnswerTo<Q>>;
  /** The SHA-256 of a file, in hexadecimal digits. */
  identify(file: Blob): Promise<string>;
  /** A link to what is on the page now; `withList` puts a small list of one's own into it. */
  link(withList: boolean): Promise<Link>;
}
