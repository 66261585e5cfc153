// What a station of the lesson is. Types only.
import type { Actions } from '../control/actions.ts';
import type { State } from '../state/state.ts';
import type { Waiting } from './waiting.ts';

/** What every station is given. */
export interface Kit {
  actions: Actions;
  announce: (text: string) => void;
  /** Questions of stations that have no answer yet. */
  waiting: Waiting;
}

/** A station that was built. */
export interface StationView {
  root: HTMLElement;
  /** Called once a frame while the station is open. */
  draw(state: State): void;
  /** Colours on the screen have changed. */
  restyle?(): void;
  /** Fills in what a reader on paper cannot press for. */
  complete?(): Promise<void>;
}

/** What a station's module exports as `station`. */
export type BuildStation = (kit: Kit) => StationView;
