// The hosts of hosting/, run on the built page: nginx with our configuration, and the server for a stick.
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { copyFile, cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const project = fileURLToPath(new URL('../..', import.meta.url));
const unpacked = join(project, '.toolchain/nginx');

export interface Host {
  url: string;
  close(): Promise<void>;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Resolves once the address answers; rejects where the process ends before. */
async function answering(url: string, host: ChildProcess): Promise<void> {
  let said = '';
  host.stderr?.on('data', (data) => (said += String(data)));
  for (;;) {
    if (host.exitCode !== null) throw new Error(`The host ended: ${said}`);
    const response = await fetch(url).catch(() => null);
    if (response !== null) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

async function ended(host: ChildProcess, folder: string): Promise<void> {
  const end = new Promise((resolve) => host.once('exit', resolve));
  host.kill('SIGTERM');
  await end;
  await rm(folder, { recursive: true });
}

function replaced(text: string, what: string, by: string): string {
  if (!text.includes(what)) throw new Error(`hosting/nginx.conf has no "${what}".`);
  return text.replace(what, by);
}

/** nginx as Debian ships it, with hosting/nginx.conf: only port and folder are this test's. */
export async function startNginx(): Promise<Host> {
  const folder = await mkdtemp(join(tmpdir(), 'makemore-nginx-'));
  const port = await freePort();
  let ours = await readFile(join(project, 'hosting/nginx.conf'), 'utf8');
  ours = replaced(ours, 'listen 80;', `listen 127.0.0.1:${port};`);
  ours = replaced(ours, 'root /var/www/makemore;', `root ${join(project, 'dist')};`);
  await writeFile(join(folder, 'makemore.conf'), ours);
  const base = existsSync(unpacked) ? unpacked : '';
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
    .map((each) => `${each}_temp_path ${join(folder, each)};`)
    .join('\n');
  await writeFile(
    join(folder, 'nginx.conf'),
    `load_module ${base}/usr/lib/nginx/modules/ngx_http_brotli_static_module.so;
daemon off; master_process off; pid ${join(folder, 'pid')};
events {}
http { include ${base}/etc/nginx/mime.types; access_log off; ${temporary} include makemore.conf; }
`,
  );
  const host = spawn(
    `${base}/usr/sbin/nginx`,
    ['-p', folder, '-c', join(folder, 'nginx.conf'), '-e', 'stderr'],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const url = `http://127.0.0.1:${port}/`;
  await answering(url, host);
  return { url, close: () => ended(host, folder) };
}

/** hosting/serve.py beside a copy of the page, as on a stick. */
export async function startStick(): Promise<Host> {
  const folder = await mkdtemp(join(tmpdir(), 'makemore-stick-'));
  await cp(join(project, 'dist'), folder, { recursive: true });
  await copyFile(join(project, 'hosting/serve.py'), join(folder, 'serve.py'));
  const port = await freePort();
  const host = spawn('python3', ['serve.py', String(port)], {
    cwd: folder,
    // It would open the browser that this names.
    env: { ...process.env, BROWSER: 'true' },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const url = `http://localhost:${port}/`;
  await answering(url, host);
  return { url, close: () => ended(host, folder) };
}
