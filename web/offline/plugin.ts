// The build's own part of working offline: lists what was built and builds the service worker that
// serves it.
import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build, minify } from 'vite';
import type { Plugin, ResolvedConfig } from 'vite';

/** Nothing that the page asks for. */
const left = /(?:^|\/)(?:service-worker\.js|README\.md)$|\.(?:br|gz|map)$/;
/** Vite puts a hash of the content into these names. */
const hashed = /^assets\//;

interface BuiltFile {
  url: string;
  revision: string | null;
}

async function listFiles(folder: string): Promise<{ files: BuiltFile[]; build: string }> {
  const whole = createHash('sha256');
  const files: BuiltFile[] = [];
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const urls = entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name).slice(folder.length + 1))
    .map((path) => path.replaceAll('\\', '/'))
    .filter((url) => !left.test(url))
    .sort();
  for (const url of urls) {
    const revision = createHash('sha256')
      .update(await readFile(join(folder, url)))
      .digest('hex');
    whole.update(`${url} ${revision}\n`);
    files.push({ url, revision: hashed.test(url) ? null : revision.slice(0, 16) });
  }
  return { files, build: whole.digest('hex').slice(0, 16) };
}

/** What lies in the public folder is copied as it is. */
async function minifyScript(path: string): Promise<void> {
  const { code } = await minify(path, await readFile(path, 'utf8'), { module: false });
  await writeFile(path, code);
}

/** The plugin, for a service worker whose source lies there. */
export function serviceWorker(source: string): Plugin {
  let config: ResolvedConfig | undefined;
  return {
    name: 'service-worker',
    apply: 'build',
    configResolved(resolved) {
      config = resolved;
    },
    async closeBundle(error?: Error) {
      if (config === undefined || error !== undefined) return;
      const folder = join(config.root, config.build.outDir);
      await minifyScript(join(folder, 'supported.js'));
      const { files, build: name } = await listFiles(folder);
      await build({
        configFile: false,
        root: config.root,
        publicDir: false,
        logLevel: 'warn',
        define: { BUILD: JSON.stringify(name), FILES: JSON.stringify(files) },
        build: {
          outDir: config.build.outDir,
          emptyOutDir: false,
          target: 'es2022',
          rolldownOptions: {
            input: source,
            output: { format: 'iife', entryFileNames: 'service-worker.js' },
          },
        },
      });
    },
  };
}
