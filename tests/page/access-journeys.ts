// Ways of use: keyboard, pointer, themes, a phone; and the policy the page runs under.
import { expect, test } from 'vitest';
import { phone } from './driver.ts';
import type { Stage } from './stage.ts';
import * as bench from './workbench.ts';

export function accessJourneys(stage: Stage): void {
  test('can be used with the keyboard alone', async () => {
    const focused = () =>
      stage.page.evaluate(
        () => document.activeElement?.id || document.activeElement?.className,
        null,
      );
    const tabTo = async (wanted: string) => {
      for (let i = 0; i < 100; i += 1) {
        if ((await focused()) === wanted) return;
        await stage.page.press('Tab');
      }
      throw new Error(`Tab never came to ${wanted}`);
    };
    await stage.page.press(' ');
    await bench.untilText(stage.page, bench.trainButton, 'Pause');
    await bench.untilStep(stage.page, 2);
    await stage.page.press(' ');
    await bench.untilText(stage.page, bench.trainButton, 'Train');

    await tabTo('learningRate');
    const rate = () =>
      stage.page.evaluate(
        () => document.querySelector('#learningRate')?.getAttribute('aria-valuetext'),
        null,
      );
    await stage.page.press('ArrowRight');
    await bench.until(
      stage.page,
      'a higher learning rate',
      () =>
        document.querySelector('#learningRate')?.getAttribute('aria-valuetext')?.startsWith('60'),
      null,
    );
    await stage.page.press('Home');
    await bench.until(
      stage.page,
      'the default learning rate',
      () =>
        document.querySelector('#learningRate')?.getAttribute('aria-valuetext')?.startsWith('50'),
      null,
    );
    expect(await rate()).toBe('50 × gradient');

    await tabTo('map');
    await stage.page.press('ArrowDown');
    await bench.untilText(stage.page, '#readout', '. → .');
    await stage.page.press('ArrowDown');
    await stage.page.press('ArrowRight');
    await stage.page.press('ArrowRight');
    const words = await bench.untilText(stage.page, '#readout', 'a → b');
    expect(words).toMatch(
      /a → b: counted 0\.\d{4} \([\d,]+ of [\d,]+\), learned 0\.\d{4}, difference [+−]?0\.\d{4}$/,
    );
    await bench.untilText(stage.page, '#announcer', 'a → b');
    bench.expectClean(stage.page, stage.site.url);
  });

  test('reads out the cell under the pointer', async () => {
    const at = await stage.page.evaluate(() => {
      const box = document.querySelector('.map')?.getBoundingClientRect();
      return { x: (box?.left ?? 0) + 150, y: (box?.top ?? 0) + 150 };
    }, null);
    await stage.page.point(at.x, at.y);
    await bench.untilText(stage.page, '#readout', 'difference');
    bench.expectClean(stage.page, stage.site.url);
  });

  test('has a dark theme that is remembered, and enough contrast in both', async () => {
    for (const theme of ['light', 'dark']) {
      await stage.page.evaluate(
        (wanted) => document.querySelector<HTMLElement>(`#theme-${wanted}`)?.click(),
        theme,
      );
      const contrasts = await stage.page.evaluate(() => {
        const luminance = (colour: string) => {
          const parts = (colour.match(/[\d.]+/g) ?? []).slice(0, 3).map((part) => {
            const c = Number(part) / 255;
            return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
          });
          return 0.2126 * (parts[0] ?? 0) + 0.7152 * (parts[1] ?? 0) + 0.0722 * (parts[2] ?? 0);
        };
        const paper = luminance(getComputedStyle(document.documentElement).backgroundColor);
        return ['.hint', '.model.counted', '.model.learned', 'h2', '.unit', '.tally'].map((at) => {
          const node = document.querySelector(at);
          const ink = luminance(node === null ? '' : getComputedStyle(node).color);
          return (Math.max(ink, paper) + 0.05) / (Math.min(ink, paper) + 0.05);
        });
      }, null);
      for (const contrast of contrasts) expect(contrast).toBeGreaterThan(4.5);
    }
    await stage.page.goto(stage.site.url);
    await bench.untilNames(stage.page);
    const paper = await stage.page.evaluate(
      () => getComputedStyle(document.documentElement).backgroundColor,
      null,
    );
    expect(paper).toBe('rgb(24, 22, 19)');
    bench.expectClean(stage.page, stage.site.url);
  });
}

export function ownPageJourneys(stage: Stage): void {
  test('on a phone: names first, Train at the thumb, nothing wider than the screen', async () => {
    stage.page = await stage.browser.open(phone);
    await bench.openPage(stage.page, stage.site.url);
    const seen = await stage.page.evaluate(() => {
      const top = (at: string) => document.querySelector(at)?.getBoundingClientRect().top ?? -1;
      const train = document.querySelector('#train-button')?.getBoundingClientRect();
      return {
        order: ['#names', '#loss', '#time', '#data', '#tables', '#row'].map(top),
        trainTop: train?.top ?? 0,
        trainBottom: train?.bottom ?? Infinity,
        wide: document.documentElement.scrollWidth,
        height: window.innerHeight,
      };
    }, null);
    expect(seen.order).toEqual([...seen.order].sort((a, b) => a - b));
    expect(seen.wide).toBeLessThanOrEqual(phone.width);
    expect(seen.trainBottom).toBeLessThanOrEqual(seen.height);
    expect(seen.trainTop).toBeGreaterThan(seen.height * 0.75);
    await stage.page.click(bench.trainButton);
    await bench.untilStep(stage.page, 10);
    bench.expectClean(stage.page, stage.site.url);
  });

  test('the policy is in force in the page and inside the worker', async () => {
    stage.page = await stage.browser.open();
    await bench.openPage(stage.page, stage.site.probedUrl);
    const inWorker = await stage.page.evaluate(
      () =>
        new Promise<unknown>((resolve) => {
          const channel = new BroadcastChannel('probe');
          channel.onmessage = (event: MessageEvent<unknown>) => {
            resolve(event.data);
          };
          channel.postMessage('try');
        }),
      null,
    );
    expect(inWorker).toEqual({
      evaluated: false,
      fetched: false,
      directives: expect.arrayContaining(['require-trusted-types-for', 'connect-src']) as unknown,
    });
    const inPage = await stage.page.evaluate(
      () =>
        new Promise<unknown>((resolve) => {
          const report = { evaluated: false, fetched: false, directives: [] as string[] };
          document.addEventListener('securitypolicyviolation', (event) =>
            report.directives.push(event.effectiveDirective),
          );
          const attempt = async () => {
            try {
              report.evaluated = (0, eval)('1 + 1') === 2;
            } catch {
              report.evaluated = false;
            }
            try {
              await fetch('http://127.0.0.1:9/', { mode: 'no-cors' });
              report.fetched = true;
            } catch {
              report.fetched = false;
            }
            setTimeout(() => {
              resolve(report);
            }, 50);
          };
          // In a timer: what a driver evaluates directly may be let off the policy.
          setTimeout(() => void attempt(), 0);
        }),
      null,
    );
    expect(inPage).toEqual({
      evaluated: false,
      fetched: false,
      directives: expect.arrayContaining(['require-trusted-types-for', 'connect-src']) as unknown,
    });
  });

  test('says so when its core cannot be loaded', async () => {
    stage.page = await stage.browser.open();
    await stage.page.goto(stage.site.brokenUrl);
    await bench.untilText(stage.page, '#crash', 'Reload the page');
  });
}
