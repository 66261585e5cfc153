// The loss as a table: this run and, in the copy, the earlier ones. Fetched when it is first opened.
import { count, loss } from '../text/format.ts';
import type { Curve } from './loss-chart.ts';
import { pastLetters } from './loss-marks.ts';
import { changeWords, runWords } from './loss-scale.ts';
import { term } from './meaning.ts';
import { twinDialog } from './table-twin.ts';
import type { Twin, TwinDialog } from './table-twin.ts';

let dialog: TwinDialog | null = null;

/** `curve` is the same each time. */
export function openLossTwin(curve: () => Curve | null): void {
  dialog ??= twinDialog('The loss, as a table', () => {
    const now = curve();
    return now === null ? null : twinOf(now);
  });
  dialog.open();
}

function twinOf(curve: Curve): Twin {
  const changeAt = (step: number): string =>
    curve.changes.flatMap((change, i) =>
      change.step === step ? [changeWords(curve.changes[i - 1], change)] : [],
    )[0] ?? '';
  const rows = Array.from(curve.steps, (step, i) => ({ step, loss: curve.losses[i] ?? 0 }));
  const shared = ['run', 'settings', 'step', 'loss'] as const;
  const past = curve.past.flatMap((run, i) =>
    Array.from(run.historySteps, (step, j) => [
      pastLetters[i] ?? '',
      runWords(run.changes),
      step,
      run.historyLosses[j] ?? 0,
    ]),
  );
  const floors = curve.floors.map((floor) => `${floor.name} ${loss(floor.value)}`).join(', ');
  return {
    caption: `${runWords(curve.changes)}. Floors: ${floors}. The copy holds ${past.length > 0 ? 'the earlier runs too' : 'every digit'}.`,
    columns: [term('Step', 'step'), term('Loss', 'loss'), 'Changed here'],
    rows: rows.map((row) => [count(row.step), loss(row.loss), changeAt(row.step)]),
    csv: [
      shared,
      ...rows.map((row) => ['this', runWords(curve.changes), row.step, row.loss]),
      ...past,
    ],
  };
}
