// What the page knows of a panel.
import type { State } from './state/state.ts';

/** A part of the page that draws the state. */
export interface Panel {
  draw(state: State): void;
  /** After a change of theme. */
  restyle?(): void;
}
