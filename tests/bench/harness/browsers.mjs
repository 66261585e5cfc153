// Chromium and Firefox: as places where contenders run, each in a worker of its own, and as what shows the page.
import { chromium } from 'playwright-core';
import { launch } from 'puppeteer-core';

const viewport = { width: 1440, height: 900 };

/** What the harness needs of a page, the same for both drivers. */
const chromiumPage = (page) => ({
  goto: (url) => page.goto(url),
  reload: () => page.reload(),
  evaluate: (run, argument) => page.evaluate(run, argument),
  beforeLoad: (run) => page.addInitScript(run),
  choose: (selector, path) => page.setInputFiles(selector, path),
});

const firefoxPage = (page) => ({
  goto: (url) => page.goto(url),
  reload: () => page.reload(),
  evaluate: (run, argument) => page.evaluate(run, argument),
  beforeLoad: (run) => page.evaluateOnNewDocument(run),
  choose: async (selector, path) => (await page.$(selector)).uploadFile(path),
});

async function openChromium() {
  const browser = await chromium.launch({
    executablePath: process.env['MAKEMORE_CHROMIUM'] ?? '/usr/bin/chromium',
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--no-first-run',
      '--disable-background-networking',
    ],
  });
  return {
    id: 'chromium',
    name: 'Chromium',
    version: browser.version(),
    async newPage() {
      const context = await browser.newContext({ viewport });
      const page = await context.newPage();
      page.setDefaultTimeout(0);
      return { ...chromiumPage(page), close: () => context.close() };
    },
    close: () => browser.close(),
  };
}

async function openFirefox() {
  const browser = await launch({
    browser: 'firefox',
    executablePath: process.env['MAKEMORE_FIREFOX'] ?? '/usr/bin/firefox-esr',
    headless: true,
    // A reading of a large list may take its time.
    protocolTimeout: 0,
    extraPrefsFirefox: {
      'app.update.enabled': false,
      'datareporting.policy.dataSubmissionEnabled': false,
      'network.captive-portal-service.enabled': false,
      'network.connectivity-service.enabled': false,
      // Its clock ticks in milliseconds otherwise.
      'privacy.reduceTimerPrecision': false,
    },
  });
  return {
    id: 'firefox',
    name: 'Firefox',
    version: (await browser.version()).replace(/^firefox\//i, ''),
    async newPage() {
      const context = await browser.createBrowserContext();
      const page = await context.newPage();
      await page.setViewport(viewport);
      return { ...firefoxPage(page), close: () => context.close() };
    },
    close: () => browser.close(),
  };
}

/** @returns both browsers; `start` runs a contender in a worker on the benchmark's page. */
export async function openBrowsers(benchUrl) {
  const browsers = [await openChromium(), await openFirefox()];
  return Promise.all(
    browsers.map(async (browser) => {
      const page = await browser.newPage();
      await page.goto(benchUrl);
      return {
        ...browser,
        benchPage: page,
        async start(module, options) {
          const index = await page.evaluate(() => window.startWorker(), null);
          const ask = (method, argument) =>
            page.evaluate(
              ([at, question]) => window.askWorker(at, question),
              [index, { method, module, argument }],
            );
          await ask('prepare', options);
          return ask;
        },
        stop: () => page.evaluate(() => window.stopWorkers(), null),
      };
    }),
  );
}
