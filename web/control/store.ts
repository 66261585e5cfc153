// Holds the state and tells the panels, once a frame however often it changed.
import type { State } from '../state/state.ts';

/** Called with the state to be drawn. */
export type Listener = (state: State) => void;

/** The one state, and who draws it. */
export class Store {
  private current: State;
  private readonly listeners: Listener[] = [];
  private scheduled = false;

  constructor(initial: State) {
    this.current = initial;
  }

  get state(): State {
    return this.current;
  }

  change(changes: Partial<State>): void {
    this.current = { ...this.current, ...changes };
    if (this.scheduled) return;
    this.scheduled = true;
    requestAnimationFrame(() => {
      this.scheduled = false;
      for (const listener of this.listeners) listener(this.current);
    });
  }

  onFrame(listener: Listener): void {
    this.listeners.push(listener);
    listener(this.current);
  }
}
