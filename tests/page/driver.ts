// What a browser must do for the journeys: the smallest interface that both drivers can keep.

export interface OpenOptions {
  width?: number;
  height?: number;
}

export interface Page {
  goto(url: string): Promise<void>;
  reload(): Promise<void>;
  /** Runs in the page. The function is sent as text: it sees nothing of its surroundings. */
  evaluate<A, R>(run: (argument: A) => R | Promise<R>, argument: A): Promise<R>;
  click(selector: string): Promise<void>;
  /** One key, by the names of KeyboardEvent.key. */
  press(key: string): Promise<void>;
  /** One key with Control held. */
  pressWithControl(key: string): Promise<void>;
  type(text: string): Promise<void>;
  /** Moves a real pointer to a place in the viewport. */
  point(x: number, y: number): Promise<void>;
  chooseFile(selector: string, path: string): Promise<void>;
  /** Styles the page as it would be printed, or again for the screen. */
  setPaper(on: boolean): Promise<void>;
  /** The page as it would be printed. */
  pdf(): Promise<Uint8Array>;
  /** Everything the page asked the network for. */
  requests(): readonly string[];
  /** Errors on the console, and those that nothing caught. */
  problems(): readonly string[];
  close(): Promise<void>;
}

export interface Browser {
  readonly name: string;
  open(options?: OpenOptions): Promise<Page>;
  close(): Promise<void>;
}

export const wide = { width: 1440, height: 900 };
export const phone = { width: 390, height: 844 };
