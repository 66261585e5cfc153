// Drives Debian's Chromium through Playwright.
import { chromium } from 'playwright-core';
import { wide } from './driver.ts';
import type { Browser, OpenOptions, Page } from './driver.ts';

const executablePath = process.env['MAKEMORE_CHROMIUM'] ?? '/usr/bin/chromium';

export const launchChromium = () =>
  chromium.launch({
    executablePath,
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });

export async function startChromium(): Promise<Browser> {
  const browser = await launchChromium();
  return {
    name: 'Chromium',
    open: (options) => open(options ?? {}),
    close: () => browser.close(),
  };

  async function open({ width, height }: OpenOptions): Promise<Page> {
    const viewport = { width: width ?? wide.width, height: height ?? wide.height };
    const narrow = viewport.width < 700;
    const context = await browser.newContext({ viewport, hasTouch: narrow, isMobile: narrow });
    const page = await context.newPage();
    const requests: string[] = [];
    const problems: string[] = [];
    context.on('request', (request) => requests.push(request.url()));
    page.on('pageerror', (error) => problems.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') problems.push(message.text());
    });
    return {
      async goto(url) {
        await page.goto(url);
      },
      async reload() {
        await page.reload();
      },
      evaluate: (run, argument) => page.evaluate(run as never, argument) as never,
      click: (selector) => page.click(selector),
      press: (key) => page.keyboard.press(key === ' ' ? 'Space' : key),
      pressWithControl: (key) => page.keyboard.press(`Control+${key}`),
      type: (text) => page.keyboard.type(text),
      point: (x, y) => page.mouse.move(x, y),
      chooseFile: (selector, path) => page.setInputFiles(selector, path),
      setPaper: (on) => page.emulateMedia({ media: on ? 'print' : null }),
      pdf: () => page.pdf({ format: 'A4' }),
      requests: () => requests,
      problems: () => problems,
      close: () => context.close(),
    };
  }
}
