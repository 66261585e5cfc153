// What every journey stands on: a browser, the site, and a page open on it.
import type { Browser, Page } from './driver.ts';
import type { Site } from './site.ts';

export interface Stage {
  browser: Browser;
  site: Site;
  page: Page;
}
