// The WebAssembly core, loaded once. The only module that knows where it lies.
import createMakemore from '../../build/wasm/makemore.js';
import type { MainModule } from '../../build/wasm/makemore.js';

/** The module. */
export type Core = MainModule;
/** A list that was read; whoever has it deletes it. */
export type Corpus = ReturnType<InstanceType<MainModule['CorpusReader']>['finish']>;
/** A run of the core; whoever has it deletes it. */
export type Trainer = InstanceType<MainModule['Trainer']>;
/** The names of a list as the core keeps them; whoever has it deletes it. */
export type Listed = NonNullable<ReturnType<MainModule['listed']>>;
/** Where the training of a model file stands. */
export type ModelTraining = NonNullable<ReturnType<MainModule['readModel']>['training']>;
/** A table of probabilities; whoever has it deletes it. */
export type Table = ReturnType<MainModule['countModel']>;

/** Loads the module. */
export function loadCore(): Promise<Core> {
  return createMakemore();
}
