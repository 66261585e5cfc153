// What every journey stands on: a browser, the site, and a page open on it.
import { afterAll, afterEach, beforeAll } from 'vitest';
import type { Browser, Page } from './driver.ts';
import { startSite } from './site.ts';
import type { Site } from './site.ts';

export interface Stage {
  browser: Browser;
  site: Site;
  page: Page;
}

/** Sets the stage for the tests of one file; each opens its own page. */
export function setStage(start: () => Promise<Browser>): Stage {
  // Filled before the first journey; no journey runs where that fails.
  const stage = {} as Stage;
  beforeAll(async () => {
    stage.site = await startSite();
    stage.browser = await start();
  });
  afterAll(async () => {
    await stage.browser.close();
    await stage.site.close();
  });
  afterEach(() => stage.page.close());
  return stage;
}
