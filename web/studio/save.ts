// What is on the screen, to take along: the model, its table, the command and the program that make the
// same names. Draws; the core writes the files.
import type { Actions } from '../control/actions.ts';
import { namedLists } from '../lists/bundled.ts';
import type { State } from '../state/state.ts';
import { copyText } from '../ui/copy.ts';
import { button, el, setText, show } from '../ui/dom.ts';
import { cliCommand } from './cli-command.ts';
import { download, fileName } from './download.ts';
import { requestOf } from './request.ts';
import { torchGrounds } from './torch-grounds.ts';
import { torchScript } from './torch-script.ts';

/** The list as a file that a terminal may have; null where only its counts exist. */
export function listFileOf({ origin, list }: State): string | null {
  if (origin === null || list === null || origin.from === 'blend') return null;
  if (list.report.bytes === 0) return null;
  if (origin.from !== 'named') return origin.title;
  return namedLists[origin.name].url.split('/').at(-1) ?? null;
}

/** The panel, in its place; `listFile` is the open list as a file, where there is one. */
export function savePanel(
  root: HTMLElement,
  actions: Actions,
  listFile: () => Blob | null,
  announce: (text: string) => void,
) {
  let state: State | null = null;
  const said = el('p', { class: 'rule-hint save-said', attrs: { id: 'save-said' } });
  const preview = el('textarea', {
    class: 'save-text',
    attrs: { id: 'save-text', readonly: '', rows: '5', spellcheck: 'false', hidden: '' },
  });
  preview.setAttribute('aria-label', 'What was copied');

  const say = (text: string, problem = false) => {
    said.classList.toggle('problem', problem);
    setText(said, text);
    announce(text);
  };
  /** Every way may fail, and says why in the same place. */
  const way = (id: string, text: string, act: (state: State) => Promise<void> | void) =>
    button(
      text,
      () => {
        if (state?.list === null || state === null) return;
        const now = state;
        (async () => act(now))().catch((error: unknown) => {
          say(error instanceof Error ? error.message : String(error), true);
        });
      },
      { attrs: { id } },
    );

  async function saveTable({ studio, list }: State, what: 'csv' | 'npy'): Promise<void> {
    const { file } = await actions.ask({ about: 'export', what, model: studio.model });
    const name = fileName(list?.title ?? '', `-${studio.model}.${what}`);
    download(name, file);
    say(`${name} is saved: a row for each letter, a column for the one that follows.`);
  }

  async function copy(text: string, words: string): Promise<void> {
    preview.value = text;
    show(preview, true);
    const copied = await copyText(text).then(
      () => true,
      () => false,
    );
    if (!copied) preview.select();
    say(copied ? words : `${words} It could not be copied by itself: copy it from the field.`);
  }

  const saveList = way('save-list', 'List (TXT)', (now) => {
    const file = listFile();
    const name = listFileOf(now);
    if (file === null || name === null) throw new Error('The names of this list are not here.');
    download(name, file);
    say(`${name} is saved.`);
  });
  root.append(
    el(
      'div',
      { class: 'doors' },
      way('save-model', 'Model (JSON)', async ({ list }) => {
        const { file } = await actions.ask({ about: 'export', what: 'model' });
        const name = fileName(list?.title ?? '', '.json');
        download(name, file);
        say(`${name} is saved. Open it here again, or give it to makemore in a terminal.`);
      }),
      saveList,
      way('save-csv', 'Table (CSV)', (now) => saveTable(now, 'csv')),
      way('save-npy', 'Table (NPY)', (now) => saveTable(now, 'npy')),
      way('copy-cli', 'Copy as CLI command', async (now) => {
        const request = requestOf(now);
        const { run, settings, list } = now;
        if (request === null || run === null || list === null) return;
        const { text, note } = cliCommand({
          request,
          settings,
          run,
          listFile: listFileOf(now),
          reading: list.reading,
          blended: now.origin?.from === 'blend',
          modelFile: fileName(list.title, '.json'),
        });
        await copy(text, `The command is copied. ${note}`);
      }),
      way('copy-torch', 'Copy as PyTorch code', async (now) => {
        const grounds = await torchGrounds(now, actions, listFile);
        const { text, leavesOut } = torchScript(grounds);
        const note = leavesOut.length === 0 ? '' : ` It leaves out: ${leavesOut.join('; ')}.`;
        await copy(text, `The program is copied.${note}`);
      }),
    ),
    said,
    preview,
  );

  return {
    draw(next: State): void {
      state = next;
      show(saveList, listFileOf(next) !== null);
    },
  };
}
