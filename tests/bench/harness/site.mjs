// One folder with all that the benchmark's workers load: the contenders, the two wasm modules, the page's own loop over
// a list, and TensorFlow.js.
import { cp, mkdir, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const project = fileURLToPath(new URL('../../..', import.meta.url));

/** @returns {Promise<string>} the folder */
export async function makeSite() {
  const site = join(project, 'build', 'bench', 'site');
  await rm(site, { recursive: true, force: true });
  await mkdir(site, { recursive: true });
  await cp(join(project, 'tests/bench/contenders'), site, { recursive: true });
  for (const file of [
    'build/wasm/makemore.js',
    'build/wasm/makemore.wasm',
    'build/wasm/makemore.deferred.wasm',
    'build/wasm/bench/makemore_bench.js',
    'build/wasm/bench/makemore_bench.wasm',
    'tests/bench/node_modules/@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm',
  ]) {
    await cp(join(project, file), join(site, basename(file)));
  }
  await build({
    root: project,
    configFile: false,
    logLevel: 'warn',
    build: {
      lib: {
        entry: {
          chunks: 'web/worker/chunks.ts',
          load: 'web/worker/load.ts',
          'tfjs-step': 'tests/bench/contenders/tfjs-step.js',
        },
        formats: ['es'],
      },
      outDir: site,
      emptyOutDir: false,
      target: 'es2022',
    },
    publicDir: false,
  });
  return site;
}
