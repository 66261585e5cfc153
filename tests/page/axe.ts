// axe-core over the page as it is.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Page } from './driver.ts';

interface Violation {
  id: string;
  nodes: { html: string }[];
}

const source = await readFile(
  createRequire(import.meta.url).resolve('axe-core/axe.min.js'),
  'utf8',
);

export async function violations(page: Page): Promise<string[]> {
  // The driver takes text as well, and the page's policy does not hold for what a driver runs.
  await page.evaluate(source as never, null);
  const found = await page.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: { run(where: Document): Promise<{ violations: Violation[] }> };
    };
    return (await axe.run(document)).violations;
  }, null);
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}
