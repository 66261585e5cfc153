// Measures the parts that scripts/bench was asked for and prints one table, or JSON. Called by scripts/bench, which
// builds everything first.
//
//   node tests/bench/bench.mjs [--quick] [--json] [--update-docs] [--natives=KIND,...] [--seconds=N] PART...
import { cpus } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { serve } from '../../scripts/serve.mjs';
import { openBrowsers } from './harness/browsers.mjs';
import { nodePlace } from './harness/node-place.mjs';
import { makeSite } from './harness/site.mjs';
import { updateDocs } from './report/docs.mjs';
import { asText, sections } from './report/table.mjs';

const project = fileURLToPath(new URL('../..', import.meta.url));
const build = join(project, 'build');
const flags = process.argv.slice(2).filter((word) => word.startsWith('--'));
const parts = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const say = (text) => process.stderr.write(`${text}\n`);

const option = (name) => flags.find((flag) => flag.startsWith(`--${name}=`))?.split('=')[1];

/** The native programs, one for each kind of processor that this one can be. */
const natives = Object.fromEntries(
  (option('natives') ?? 'sse2')
    .split(',')
    .map((kind) => [kind, join(build, `bench-${kind}`, 'bench', 'makemore_bench')]),
);

async function measure(servers) {
  const site = await makeSite();
  const benchServer = await serve({ dir: site });
  servers.push(benchServer);
  const pageServer = await serve({ dir: join(project, 'dist') });
  servers.push(pageServer);
  const browsers = await openBrowsers(benchServer.url);
  servers.push(...browsers);
  const context = {
    say,
    build,
    quick: flags.includes('--quick'),
    seconds: Number(option('seconds') ?? 5),
    natives,
    places: [nodePlace(site), ...browsers],
    lectureScript: join(project, 'tests/bench/lecture_step.py'),
    pageUrl: pageServer.url,
    pageFolder: join(project, 'dist'),
    namesPath: process.env['MAKEMORE_NAMES'] ?? join(project, 'web/public/lists/english-names.txt'),
  };
  const result = {
    date: new Date().toISOString().slice(0, 10),
    quick: context.quick,
    machine: {
      processor: cpus()[0]?.model.trim() ?? 'unknown',
      cores: cpus().length,
      ...Object.fromEntries(context.places.map(({ id, version }) => [id, version])),
    },
    ratios: {},
  };
  for (const part of parts) {
    const { run } = await import(`./parts/${part}.mjs`);
    const { ratios = {}, versions = {}, ...figures } = await run(context);
    result[part] = figures;
    Object.assign(result.ratios, ratios);
    Object.assign(result.machine, versions);
  }
  return JSON.parse(JSON.stringify(result, fewerDigits));
}

/** Five are more than any of these is good for. */
const fewerDigits = (_, value) =>
  typeof value === 'number' && !Number.isInteger(value) ? Number(value.toPrecision(5)) : value;

const servers = [];
try {
  const result = await measure(servers);
  if (flags.includes('--update-docs')) await updateDocs(result);
  console.log(
    flags.includes('--json') ? JSON.stringify(result, null, 2) : asText(sections(result)),
  );
} catch (error) {
  say(`bench: ${error instanceof Error ? error.stack : error}`);
  process.exitCode = 1;
} finally {
  for (const server of servers) await server.close();
}
// A program that still waits for a line would keep this one alive.
process.exit();
