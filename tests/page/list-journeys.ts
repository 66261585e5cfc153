// Lists: the bundled one, dropped, chosen and pasted ones, broken ones, strange alphabets.
import { expect, test } from 'vitest';
import { isLecture, lecture, listPath, listText } from './lists.ts';
import type { Stage } from './stage.ts';
import * as bench from './workbench.ts';

const dialogIsOpen = () => document.querySelector('dialog[open]') !== null;

export function listJourneys(stage: Stage): void {
  test('shows how far it has read a large file, and gives it up on Cancel', async () => {
    await stage.page.evaluate(() => {
      const part = new Blob(['anna\nbob\nada\n'.repeat(80_000)]);
      const transfer = new DataTransfer();
      transfer.items.add(new File(new Array<Blob>(4000).fill(part), 'large.txt'));
      document.body.dispatchEvent(
        new DragEvent('drop', { dataTransfer: transfer, bubbles: true, cancelable: true }),
      );
    }, null);
    await bench.untilText(stage.page, '.loading', 'of 4.16 GB');
    // In the very frame that shows it: the whole file may not take long.
    await bench.until(
      stage.page,
      'some of it read',
      () => {
        const read = document.querySelector<HTMLProgressElement>('.loading progress')?.value ?? 0;
        if (read > 0) document.querySelector<HTMLElement>('.loading > button:last-child')?.click();
        return read > 0;
      },
      null,
    );
    await bench.until(
      stage.page,
      'the hint back in its place',
      () => document.querySelector('.loading[hidden]') !== null,
      null,
    );
    expect(await bench.text(stage.page, '.list-title')).toContain('Given names');
    await stage.page.click(bench.trainButton);
    await bench.untilStep(stage.page, 5);
    bench.expectClean(stage.page, stage.site.url);
  });

  test('opens with names, counted from the bundled list', async () => {
    expect(await bench.fact(stage.page, 'tokens')).toBe('27');
    const { counted, learned } = await bench.names(stage.page);
    expect(counted).toHaveLength(12);
    expect(counted.every((name) => /^([a-z]+|\(no letters\))$/.test(name))).toBe(true);
    expect(learned).not.toEqual(counted);
    const fits = await stage.page.evaluate(
      () =>
        (document.querySelector('#bench')?.getBoundingClientRect().bottom ?? Infinity) <=
        window.innerHeight,
      null,
    );
    expect(fits, 'the whole workbench is visible without scrolling').toBe(true);
    bench.expectClean(stage.page, stage.site.url);
  });

  test('loads a list, trains down to the floor, and keeps it when a broken one comes', async () => {
    await bench.dropFiles(stage.page, [{ name: 'names.txt', bytes: listText }]);
    await bench.untilText(stage.page, '.list-title', 'names.txt');
    await bench.untilNames(stage.page);
    const before = await bench.lossFigure(stage.page);
    if (isLecture) {
      expect(await bench.fact(stage.page, 'names')).toBe(lecture.names);
      expect(await bench.fact(stage.page, 'distinct')).toBe(lecture.distinct);
      expect(await bench.fact(stage.page, 'bigrams')).toBe(lecture.bigrams);
      expect((await bench.names(stage.page)).counted.slice(0, 5)).toEqual(lecture.firstNames);
      expect(await bench.text(stage.page, '.loss-figure .figure')).toBe(lecture.initialLoss);
    }
    expect(before).toBeGreaterThan(3);

    await stage.page.click(bench.trainButton);
    await bench.untilStep(stage.page, 60);
    if (isLecture) expect(await bench.lossFigure(stage.page)).toBeLessThan(2.6);
    expect(await bench.lossFigure(stage.page)).toBeLessThan(before - 0.5);
    await bench.chooseSpeed(stage.page, bench.asFastAsPossible);
    await bench.typeSetting(stage.page, 'L2', '0');
    await bench.untilStep(stage.page, 5000);
    await bench.pause(stage.page);
    const words = await bench.text(stage.page, '.loss-words .distance');
    // A fast machine may have come all the way down before Pause was heard.
    const gap = /^(?:([\d.]+) nats above|level with) the count model$/.exec(words);
    expect(gap, words).not.toBeNull();
    expect(Number(gap?.[1] ?? 0)).toBeLessThan(0.01);
    const { counted, learned } = await bench.names(stage.page);
    const alike = counted.filter((name, i) => name === learned[i]).length;
    expect(alike).toBeGreaterThanOrEqual(9);

    await bench.dropFiles(stage.page, [{ name: 'second.txt', bytes: 'anna\nbob\nada\n' }]);
    await bench.untilText(stage.page, '.list-title', 'second.txt');
    expect(await bench.fact(stage.page, 'names')).toBe('3');
    expect(await bench.fact(stage.page, 'tokens')).toBe('6');
    expect(await bench.stepCount(stage.page)).toBe(0);

    await bench.dropFiles(stage.page, [
      { name: 'broken.txt', bytes: [0x61, 0x6e, 0x0a, 0x62, 0xff, 0x62, 0x0a] },
    ]);
    await bench.untilText(stage.page, '#notice', 'broken.txt was not read');
    expect(await bench.text(stage.page, '#notice .notice-message')).toMatch(/line 2, column 2/);
    expect(await bench.text(stage.page, '#notice')).toContain('second.txt is still here');
    expect(await bench.text(stage.page, '.list-title')).toContain('second.txt');
    expect(await bench.fact(stage.page, 'names')).toBe('3');
    await stage.page.press('Escape');
    await bench.until(
      stage.page,
      'the notice gone',
      () => document.querySelector('#notice[hidden]') !== null,
      null,
    );
    await stage.page.click(bench.trainButton);
    await bench.untilStep(stage.page, 3);
    bench.expectClean(stage.page, stage.site.url);
  });

  test('takes a file by its button, and goes back to the bundled list', async () => {
    await stage.page.chooseFile('#file', listPath);
    const name = listPath.split('/').at(-1) ?? '';
    await bench.untilText(stage.page, '.list-title', name);
    const chosen = () => document.querySelector<HTMLSelectElement>('#bundled')?.value;
    expect(await stage.page.evaluate(chosen, null), 'a list of one’s own is not in it').toBe('');
    await bench.chooseBundled(stage.page, 'given-names');
    await bench.untilText(stage.page, '.list-title', 'Given names');
    bench.expectClean(stage.page, stage.site.url);
  });

  test('offers lists to start from, in many scripts, and names in each of them', async () => {
    const offered = await stage.page.evaluate(
      () =>
        Array.from(
          document.querySelectorAll<HTMLOptGroupElement>('#bundled optgroup'),
          (group) => ({
            label: group.label,
            lists: group.children.length,
          }),
        ),
      null,
    );
    expect(offered.map(({ label }) => label)).toContain('Other scripts');
    expect(offered.reduce((sum, { lists }) => sum + lists, 0)).toBeGreaterThanOrEqual(30);
    for (const [list, title, language, letters] of [
      ['greek-names', 'Greek given names', 'el', '^\\p{Script=Greek}+$'],
      ['russian-names', 'Russian given names', 'ru', '^\\p{Script=Cyrillic}+$'],
      ['hangul-names', 'Korean given names', 'ko', '^\\p{Script=Hangul}+$'],
    ] as const) {
      await bench.chooseBundled(stage.page, list);
      await bench.untilText(stage.page, '.list-title', title);
      await bench.until(
        stage.page,
        `names in ${language}`,
        ([wanted, script]) => {
          const names = Array.from(document.querySelectorAll<HTMLElement>('.names .counted bdi'));
          const letters = new RegExp(script, 'u');
          const drawn = names.filter(({ textContent }) => textContent !== '(no letters)');
          return (
            drawn.length > 0 &&
            drawn.every((name) => name.lang === wanted && letters.test(name.textContent))
          );
        },
        [language, letters] as const,
      );
      const shown = await stage.page.evaluate(() => {
        const chooser = document.querySelector<HTMLSelectElement>('#bundled');
        const count = chooser?.selectedOptions[0]?.textContent.match(/\(([\d,]+)\)$/)?.[1];
        return { value: chooser?.value, count };
      }, null);
      expect(shown).toEqual({ value: list, count: await bench.fact(stage.page, 'names') });
    }
    await bench.chooseBundled(stage.page, 'given-names');
    await bench.untilText(stage.page, '.list-title', 'Given names');
    bench.expectClean(stage.page, stage.site.url);
  });

  test('refuses two files at once, and an empty one, and says so', async () => {
    await bench.dropFiles(stage.page, [
      { name: 'a.txt', bytes: 'a\n' },
      { name: 'b.txt', bytes: 'b\n' },
    ]);
    await bench.untilText(stage.page, '#notice', 'Drop one file');
    await bench.dropFiles(stage.page, [{ name: 'empty.txt', bytes: ' \n\n' }]);
    await bench.untilText(stage.page, '#notice', 'empty.txt was not read');
    expect((await bench.text(stage.page, '#notice .notice-message')).length).toBeGreaterThan(10);
    expect(await bench.text(stage.page, '.list-title')).toContain('Given names');
    bench.expectClean(stage.page, stage.site.url);
  });

  test('takes a pasted list, but leaves text fields alone', async () => {
    await stage.page.click('#paste');
    await bench.until(stage.page, 'the dialog', dialogIsOpen, null);
    await stage.page.type('αννα\nΝίκος\n김민\n🦊🦊\n...');
    await stage.page.pressWithControl('a');
    await stage.page.pressWithControl('c');
    await stage.page.press('Escape');
    await stage.page.click('#word');
    await stage.page.pressWithControl('v');
    expect(await bench.text(stage.page, '.list-title')).toContain('Given names');
    await stage.page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur(), null);
    await stage.page.pressWithControl('v');
    await bench.untilText(stage.page, '.list-title', 'Pasted list');
    expect(await bench.fact(stage.page, 'names')).toBe('5');
    expect(await bench.text(stage.page, '.alphabet')).toMatch(/^\. ‘\.’ .*α.*김.*🦊/u);
    await stage.page.click('#paste');
    await bench.until(stage.page, 'the dialog', dialogIsOpen, null);
    await stage.page.pressWithControl('a');
    await stage.page.type('ann');
    await stage.page.click('#paste-use');
    await bench.until(
      stage.page,
      'one name',
      () => document.querySelector('.facts dd')?.textContent === '1',
      null,
    );
    bench.expectClean(stage.page, stage.site.url);
  });

  test('survives a large alphabet, zoomed and scrolled', async () => {
    const list = Array.from({ length: 400 }, (_, i) =>
      [0, 7, 31].map((j) => String.fromCodePoint(0xac00 + ((i + j) % 400))).join(''),
    ).join('\n');
    await bench.dropFiles(stage.page, [{ name: 'syllables.txt', bytes: list }]);
    await bench.untilText(stage.page, '.list-title', 'syllables.txt');
    expect(await bench.fact(stage.page, 'tokens')).toBe('401');
    await stage.page.click(bench.trainButton);
    await bench.untilStep(stage.page, 5);
    await bench.pause(stage.page);
    await stage.page.evaluate(() => document.querySelector<HTMLElement>('.map')?.focus(), null);
    for (let i = 0; i < 8; i += 1) await stage.page.press('+');
    await stage.page.press('End');
    const scroll = await bench.until(
      stage.page,
      'the last column in sight',
      () => {
        const [first, second] = Array.from(document.querySelectorAll('.map'), (n) => n.scrollLeft);
        return first === second && first;
      },
      null,
    );
    expect(scroll).toBeGreaterThan(500);
    bench.expectClean(stage.page, stage.site.url);
  });
}
