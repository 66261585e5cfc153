// How the time of a step grows with the vocabulary: by its square, or so the core promises.
import { LineProcess } from '../harness/line-process.mjs';
import { median, spread, takeTurns } from '../harness/rounds.mjs';

const sizes = [27, 64, 128, 256, 512, 1000];

export async function measureGrowth({ native, chromium, say, quick }) {
  const ms = quick ? 50 : 150;
  const contenders = [];
  const stops = [];
  for (const size of sizes) {
    const program = new LineProcess(native, []);
    stops.push(() => program.close());
    const counts = Array.from({ length: size * size }, (_, i) => 1 + ((i * 7919) % 97));
    await program.ask(`counts ${size} ${counts.join(' ')}`);
    const ask = await chromium.start('wasm-step', { size, counts: 'synthetic' });
    contenders.push(
      { id: `native-${size}`, measure: async () => Number(await program.ask(`step ${ms}`)) },
      { id: `wasm-${size}`, measure: () => ask('measure', ms) },
    );
  }
  const measured = await takeTurns(contenders, quick ? 1 : 7, (text) => say(`step by V: ${text}`));
  for (const stop of stops) stop();
  await chromium.stop();
  const each = (kind, size) => median(measured.get(`${kind}-${size}`)) / (size * size);
  const rows = sizes.map((size) => ({
    size,
    native: each('native', size),
    wasm: each('wasm', size),
  }));
  return {
    rows,
    ratios: {
      step_cell_cost_max_over_min_native: spread(rows.map(({ native: cost }) => cost)),
      step_cell_cost_max_over_min_chromium: spread(rows.map(({ wasm: cost }) => cost)),
    },
  };
}
