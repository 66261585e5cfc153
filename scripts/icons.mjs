// Renders web/public/favicon.svg as the PNG icons of the installed page. Run once, when the drawing changes.
//
//   node scripts/icons.mjs

import { mkdir, readFile } from 'node:fs/promises';
import { chromium } from 'playwright-core';

const folder = new URL('../web/public/', import.meta.url).pathname;
const drawing = await readFile(`${folder}favicon.svg`, 'utf8');
// A maskable icon is cut to any shape: paper to the edge, and the drawing inside the circle that always stays.
const maskable = drawing
  .replace('rx="3"', '')
  .replace('<g ', '<g transform="translate(2.4 2.4) scale(.7)" ');

const icons = [
  { name: 'icon-192', size: 192, svg: drawing },
  { name: 'icon-512', size: 512, svg: drawing },
  { name: 'maskable-512', size: 512, svg: maskable },
];

await mkdir(`${folder}icons`, { recursive: true });
const browser = await chromium.launch({
  executablePath: process.env.MAKEMORE_CHROMIUM ?? '/usr/bin/chromium',
  args: ['--headless', '--no-sandbox', '--disable-gpu'],
});
for (const { name, size, svg } of icons) {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  await page.setContent(`<style>body{margin:0}svg{display:block;width:100vw}</style>${svg}`);
  await page.screenshot({ path: `${folder}icons/${name}.png`, omitBackground: true });
  await page.close();
}
await browser.close();
