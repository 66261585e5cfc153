// What a station of the lesson is. Types only.
import type { Actions } from '../actions.ts';
import type { State } from '../state.ts';

export interface Kit {
  actions: Actions;
  announce: (text: string) => void;
}

export interface StationView {
  root: HTMLElement;
  /** Called once a frame while the station is open. */
  draw(state: State): void;
  /** Colours on the screen have changed. */
  restyle?(): void;
}

export type BuildStation = (kit: Kit) => StationView;
