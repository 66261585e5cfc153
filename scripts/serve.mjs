// Serves a folder of static files on localhost, as a good static host would: compressed where a .br or .gz file lies
// beside the original (scripts/compress.mjs), hashed assets cached for good, everything else revalidated.
// Used by scripts/start and by the page tests. Not a server for the open network.
//
//   node scripts/serve.mjs FOLDER PORT

import { createServer } from 'node:http';
import { pathToFileURL } from 'node:url';
import sirv from 'sirv';

// Vite puts a hash of the content into the name of everything below assets/.
const hashedAsset = /\/assets\/[^/]+-[\w-]{8}\.\w+$/;

/**
 * @param {{ dir: string, port?: number }} options port 0 takes any that is free
 * @returns {Promise<{ url: string, close: () => Promise<void> }>}
 */
export async function serve({ dir, port = 0 }) {
  const files = sirv(dir, {
    brotli: true,
    gzip: true,
    etag: true,
    setHeaders(response, path) {
      response.setHeader(
        'Cache-Control',
        hashedAsset.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache',
      );
      response.setHeader('X-Content-Type-Options', 'nosniff');
    },
    onNoMatch(request, response) {
      response.writeHead(404, { 'Content-Type': 'text/plain; charset=utf-8' });
      response.end('Not found\n');
    },
  });
  const server = createServer((request, response) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.writeHead(405, { Allow: 'GET, HEAD' });
      response.end();
      return;
    }
    files(request, response);
  });
  await new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, 'localhost', () => resolve(undefined));
  });
  const address = server.address();
  if (address === null || typeof address === 'string') {
    throw new Error('The server has no port.');
  }
  return {
    url: `http://localhost:${address.port}/`,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve(undefined)));
        server.closeAllConnections();
      }),
  };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const [dir = 'dist', port = '8080'] = process.argv.slice(2);
  try {
    const { url } = await serve({ dir, port: Number(port) });
    console.log(`makemore is on ${url} (Ctrl+C ends it)`);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') {
      console.error(`start: port ${port} is taken; choose another with --port`);
    } else {
      console.error(`start: ${error instanceof Error ? error.message : String(error)}`);
    }
    process.exitCode = 1;
  }
}
