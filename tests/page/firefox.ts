// Drives the stock Firefox through WebDriver BiDi.
import { launch } from 'puppeteer-core';
import type { ElementHandle, KeyInput } from 'puppeteer-core';
import { wide } from './driver.ts';
import type { Browser, OpenOptions, Page } from './driver.ts';

const executablePath = process.env['MAKEMORE_FIREFOX'] ?? '/usr/bin/firefox-esr';

export async function startFirefox(): Promise<Browser> {
  const browser = await launch({
    browser: 'firefox',
    executablePath,
    headless: true,
    extraPrefsFirefox: {
      'app.update.enabled': false,
      'datareporting.policy.dataSubmissionEnabled': false,
      'network.captive-portal-service.enabled': false,
      'network.connectivity-service.enabled': false,
    },
  });
  return {
    name: 'Firefox',
    open: (options) => open(options ?? {}),
    close: () => browser.close(),
  };

  async function open({ width, height }: OpenOptions): Promise<Page> {
    const context = await browser.createBrowserContext();
    const page = await context.newPage();
    await page.setViewport({ width: width ?? wide.width, height: height ?? wide.height });
    const requests: string[] = [];
    const problems: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    page.on('pageerror', (error) =>
      problems.push(error instanceof Error ? error.message : String(error)),
    );
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
      evaluate: (run, argument) => page.evaluate(run as never, argument as never),
      click: (selector) => page.click(selector),
      press: (key) => page.keyboard.press(key as KeyInput),
      async pressWithControl(key) {
        await page.keyboard.down('Control');
        await page.keyboard.press(key as KeyInput);
        await page.keyboard.up('Control');
      },
      type: (text) => page.keyboard.type(text),
      point: (x, y) => page.mouse.move(x, y),
      async chooseFile(selector, path) {
        const input = (await page.$(selector)) as ElementHandle<HTMLInputElement> | null;
        if (input === null) throw new Error(`The page has no ${selector}.`);
        await input.uploadFile(path);
      },
      setPaper: (on) => page.emulateMediaType(on ? 'print' : undefined),
      pdf: () => page.pdf({ format: 'A4' }),
      requests: () => requests,
      problems: () => problems,
      close: () => context.close(),
    };
  }
}
