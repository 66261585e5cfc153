// Builds the page into dist/: static files with relative addresses, so any host and sub-path serves.
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import type { Plugin } from 'vite';
import { original } from './web/lesson/original-address.ts';
import { serviceWorker } from './web/offline/plugin.ts';

/** The development server injects scripts of its own, which the page's policy rightly refuses. */
const relaxPolicyInDevelopment: Plugin = {
  name: 'relax-policy-in-development',
  apply: 'serve',
  transformIndexHtml: (html) =>
    html.replace(/<meta\s+http-equiv="Content-Security-Policy"[^>]*>/, ''),
};

/** The one host outside that the page may ask is named in one place. */
const namePolicyHost: Plugin = {
  name: 'name-policy-host',
  transformIndexHtml: (html) => html.replace('ORIGINAL-LIST-HOST', original.host),
};

/** The tests run the module under Node; the page need not carry what only that takes. */
const leaveNodeOut: Plugin = {
  name: 'leave-node-out',
  transform(code, id) {
    if (!id.endsWith('build/wasm/makemore.js')) return null;
    const asked = /ENVIRONMENT_IS_NODE=typeof process[^;]*;/;
    if (!asked.test(code)) throw new Error('makemore.js no longer asks whether it is under Node.');
    return { code: code.replace(asked, 'ENVIRONMENT_IS_NODE=false;'), map: null };
  },
};

/**
 * A part that is fetched later brings its style sheets: Vite's own code for that also preloads scripts and
 * looks for nonces, which is a good part of a kilobyte. This asks for sheets and script side by side.
 */
const fetchStyles: Plugin = {
  name: 'fetch-styles',
  apply: 'build',
  enforce: 'post',
  transform(code, id) {
    if (id !== '\0vite/preload-helper.js') return null;
    if (!code.includes('__vitePreload'))
      throw new Error('Vite fetches style sheets in another way.');
    return {
      code: `
      const sheets = {};
      const sheet = (href) => sheets[href] ??= new Promise((done, failed) => {
        if ([...document.styleSheets].some((each) => each.href === href)) return done();
        const link = document.createElement('link');
        link.rel = 'stylesheet';
        link.href = href;
        link.onload = done;
        link.onerror = () => {
          delete sheets[href];
          link.remove();
          failed(Error(href));
        };
        document.head.append(link);
      });
      export const __vitePreload = async (load, hrefs = [], from) => (await Promise.all([
        load(),
        ...hrefs.map((href) => sheet(new URL(href, from).href)),
      ]))[0];`,
      map: null,
    };
  },
};

interface Modules {
  getModuleInfo(id: string): { importedIds: readonly string[] } | null;
}

/** The modules that the page's own script imports at once, and what those import. */
function firstLoad(modules: Modules): Set<string> {
  const ids = new Set([fileURLToPath(new URL('web/main.ts', import.meta.url))]);
  for (const id of ids)
    for (const each of modules.getModuleInfo(id)?.importedIds ?? []) ids.add(each);
  return ids;
}

export default defineConfig({
  base: './',
  publicDir: 'web/public',
  plugins: [
    relaxPolicyInDevelopment,
    namePolicyHost,
    fetchStyles,
    serviceWorker('web/offline/service-worker.ts'),
  ],
  worker: { format: 'es', plugins: () => [leaveNodeOut] },
  build: {
    outDir: 'dist',
    target: 'es2022',
    // The style sheets use light-dark() as it is; rewritten, computed colours would not resolve.
    cssTarget: ['chrome123', 'edge123', 'firefox120', 'safari17.5'],
    // The policy allows no data: addresses.
    assetsInlineLimit: 0,
    // A part's own imports are few; naming them all in the first load costs more than it gains.
    modulePreload: { polyfill: false, resolveDependencies: () => [] },
    rolldownOptions: {
      output: {
        // One file for the first load: a dozen small ones compress worse than what they share.
        codeSplitting: {
          groups: [
            {
              debugName: 'first',
              name: (id, modules) => (firstLoad(modules).has(id) ? 'first' : null),
            },
          ],
        },
      },
    },
  },
});
