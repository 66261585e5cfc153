// The module's two parts hold together what the whole held (wasm/split.cmake): no function and no byte of
// data is lost on the way.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const built = new URL('../../build/wasm/', import.meta.url);

/** Anything that a module imports, but what is given: functions that do nothing. */
function importsOf(module: WebAssembly.Module, given: WebAssembly.Imports): WebAssembly.Imports {
  const imports: WebAssembly.Imports = { ...given };
  for (const { module: from, name, kind } of WebAssembly.Module.imports(module)) {
    if (kind !== 'function' || from in given) continue;
    imports[from] = { ...imports[from], [name]: () => 0 };
  }
  return imports;
}

function instantiate(name: string, given: WebAssembly.Imports = {}): WebAssembly.Exports {
  const module = new WebAssembly.Module(readFileSync(new URL(name, built)));
  return new WebAssembly.Instance(module, importsOf(module, given)).exports;
}

const isMemory = (value: unknown) => value instanceof WebAssembly.Memory;

function memoryOf(exported: WebAssembly.Exports): Uint8Array {
  const memory = Object.values(exported).find(isMemory) as WebAssembly.Memory;
  return new Uint8Array(memory.buffer);
}

/** The bytes of the strings that only makemore.d.ts is made of, which are left out on purpose. */
function* typeNames(): Generator<number> {
  const wat = readFileSync(new URL('makemore.whole.wat', built), 'utf8');
  for (const [, start, text] of wat.matchAll(
    /^ \(data \$\.typescript\S* \(i32\.const (\d+)\) "(.*)"\)$/gm,
  )) {
    const { length } = (text ?? '').replace(/\\[0-9a-f]{2}|\\./g, '.');
    for (let at = 0; at < length; at += 1) yield Number(start) + at;
  }
}

test('both parts together give the memory that the whole begins with', () => {
  const whole = memoryOf(instantiate('makemore.whole.wasm')).slice();
  const left = [...typeNames()];
  for (const at of left) whole[at] = 0;
  const first = instantiate('makemore.wasm');
  const before = Buffer.from(memoryOf(first).slice());
  expect(before.equals(whole)).toBe(false);
  instantiate('makemore.deferred.wasm', {
    primary: first,
  });
  expect(Buffer.from(memoryOf(first)).equals(whole)).toBe(true);
  expect(left.length).toBeGreaterThan(100);
});
