// The WebAssembly core, loaded once. The only module that knows where it lies.
import createMakemore from '../../build/wasm/makemore.js';
import type { MainModule } from '../../build/wasm/makemore.js';

export type Core = MainModule;
export type Corpus = ReturnType<InstanceType<MainModule['CorpusReader']>['finish']>;
export type Trainer = InstanceType<MainModule['Trainer']>;
export type Table = ReturnType<MainModule['countModel']>;

export function loadCore(): Promise<Core> {
  return createMakemore();
}
