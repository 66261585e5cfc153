// The WebAssembly core, loaded once. The only module that knows where it lies.
import createMakemore from '../../build/wasm/makemore.js';
import type { MainModule } from '../../build/wasm/makemore.js';

export type Core = MainModule;
export type Corpus = ReturnType<InstanceType<MainModule['CorpusReader']>['finish']>;
export type Trainer = InstanceType<MainModule['Trainer']>;
export type Listed = NonNullable<ReturnType<MainModule['listed']>>;
/** Where the training of a model file stands. */
export type ModelTraining = NonNullable<ReturnType<MainModule['readModel']>['training']>;
export type Table = ReturnType<MainModule['countModel']>;

export function loadCore(): Promise<Core> {
  return createMakemore();
}
