// The built page, served as a host would, from a sub-path; once more with its core missing, and once
// with a probe that runs inside its worker. Fails where nothing was built.
import { access, appendFile, cp, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serve } from '../../scripts/serve.mjs';

const built = new URL('../../dist', import.meta.url).pathname;

export interface Site {
  /** The page under a sub-path two deep. */
  url: string;
  /** The same, with no wasm file. */
  brokenUrl: string;
  /** The same, whose worker answers on the broadcast channel "probe". */
  probedUrl: string;
  close(): Promise<void>;
}

/**
 * Added to the end of the real worker: not every driver can evaluate inside one. Tries what the policy
 * must refuse and reports; or ends, or traps, as it is told.
 */
const probe = `
;(() => {
  const channel = new BroadcastChannel('probe');
  channel.onmessage = async ({ data }) => {
    if (data === 'close') self.close();
    // A module whose start function is unreachable.
    const trap = [0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 8, 1, 0, 10, 5, 1, 3, 0, 0, 11];
    if (data === 'trap') setTimeout(() => new WebAssembly.Instance(new WebAssembly.Module(new Uint8Array(trap))));
    if (data !== 'try') return;
    const report = { evaluated: false, fetched: false, directives: [] };
    self.addEventListener('securitypolicyviolation', (event) =>
      report.directives.push(event.effectiveDirective));
    try { report.evaluated = (0, eval)('1 + 1') === 2; } catch { report.evaluated = false; }
    try { await fetch('http://127.0.0.1:9/', { mode: 'no-cors' }); report.fetched = true; }
    catch { report.fetched = false; }
    setTimeout(() => channel.postMessage(report), 50);
  };
})();
`;

async function only(folder: string, matches: RegExp): Promise<string> {
  const found = (await readdir(folder, { recursive: true })).filter((name) => matches.test(name));
  if (found.length !== 1) throw new Error(`dist/ has ${found.length} of ${matches}, not one.`);
  return join(folder, found[0] ?? '');
}

export async function startSite(): Promise<Site> {
  await access(join(built, 'index.html'));
  const root = await mkdtemp(join(tmpdir(), 'makemore-site-'));
  await cp(built, join(root, 'some/where'), { recursive: true });
  // What is changed below must not be served from its compressed twin.
  const filter = (name: string) => !/\.(br|gz)$/.test(name);
  await cp(built, join(root, 'broken'), { recursive: true, filter });
  await cp(built, join(root, 'probed'), { recursive: true, filter });
  await rm(await only(join(root, 'broken'), /makemore-[^/]*\.wasm$/));
  await appendFile(await only(join(root, 'probed'), /worker-[^/]*\.js$/), probe);
  const server = await serve({ dir: root, port: 0 });
  const base = server.url;
  return {
    url: `${base}some/where/`,
    brokenUrl: `${base}broken/`,
    probedUrl: `${base}probed/`,
    async close() {
      await server.close();
      await rm(root, { recursive: true });
    },
  };
}
