// What the PyTorch program needs of the page: the table's origin and, for new names only, the list.
import type { Actions } from '../control/actions.ts';
import type { CountedList } from '../messages/protocol.ts';
import type { State } from '../state/state.ts';
import { requestOf } from './request.ts';
import type { TorchGrounds } from './torch-script.ts';

interface WrittenModel {
  weights: number[][] | null;
}

async function weightsOf(actions: Actions): Promise<number[]> {
  const { file } = await actions.ask({ about: 'export', what: 'model' });
  const { weights } = JSON.parse(await file.text()) as WrittenModel;
  if (weights === null) throw new Error('The model file holds no network.');
  return weights.flat();
}

/** As the core reads lists: one name a line, white space around it no part of it. */
export function distinctNames(text: string): string[] {
  const lines = text
    .normalize('NFC')
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\r|\n/);
  return [...new Set(lines.map((line) => line.trim()).filter((name) => name !== ''))];
}

/** Null where the core read the list in another way, as records or from another encoding. */
function namesAsRead(text: string, { alphabet, report }: CountedList): string[] | null {
  const names = distinctNames(text);
  const known = new Set(alphabet.slice(1));
  const same = names.length === report.distinctNames;
  return same && names.every((name) => [...name].every((each) => known.has(each))) ? names : null;
}

/** Gathers it. Rejects where there is no list, or it can no longer be read. */
export async function torchGrounds(
  state: State,
  actions: Actions,
  listFile: () => Blob | null,
): Promise<TorchGrounds> {
  const request = requestOf(state);
  const { list, settings } = state;
  if (request === null || list === null) throw new Error('There is no list yet.');
  const text = request.newOnly ? await listFile()?.text() : undefined;
  return {
    request,
    alphabet: list.alphabet,
    counts: list.counts,
    smoothing: settings.smoothing,
    weights: request.model === 'learned' ? await weightsOf(actions) : null,
    listed: text === undefined ? null : namesAsRead(text, list),
  };
}
