// The names that were asked for, and how rare such names are. While a request cannot be kept, the last
// ones stay, greyed. Draws; asks nothing.
import { areFree } from '../links/studio.ts';
import type { NameRequest } from '../messages/studio-questions.ts';
import { plural } from '../text/format.ts';
import { el, setText, show } from '../ui/dom.ts';
import { askMark, term } from '../ui/meaning.ts';
import { nameRow } from './name-row.ts';
import type { NameRow, RowHost } from './name-row.ts';
import type { Generated } from './request.ts';
import { requestSentence, sampleOf, sentence } from './words.ts';

/** The panel, in its place. */
export function resultsPanel(root: HTMLElement, host: RowHost, announce: (text: string) => void) {
  const said = el('span', { attrs: { id: 'request' }, text: 'Waiting for a list.' });
  const mark = askMark('How rare such names are', 'request');
  show(mark, false);
  const supplied = el('span');
  const supply = el(
    'p',
    { class: 'supply', attrs: { hidden: '' } },
    supplied,
    askMark('How many such names there are', 'supply'),
  );
  const list = el('ol', { class: 'name-list', attrs: { 'aria-labelledby': 'studio-names-title' } });
  const sampleText = el('span');
  const sample = el(
    'p',
    { class: 'rule-hint', attrs: { id: 'rank-sample', hidden: '' } },
    sampleText,
    askMark('The random sample', 'rankSample'),
  );
  const head = el(
    'p',
    { class: 'name-head', attrs: { hidden: '' } },
    term('among the list’s own names', 'rank'),
  );
  root.append(
    el('p', { class: 'request' }, said, mark),
    el('div', { class: 'name-table' }, sample, head, list),
    supply,
  );
  const rows: NameRow[] = [];
  let shownRows = 0;

  function drawNames(answer: Generated & { refused: null }): void {
    while (rows.length < answer.names.length) {
      const row = nameRow(host);
      rows.push(row);
      list.append(row.root);
    }
    rows.forEach((row, i) => {
      const name = answer.names[i];
      show(row.root, name !== undefined);
      if (name !== undefined) row.draw(name);
    });
    shownRows = answer.names.length;
    show(sample, answer.sampled > 0);
    setText(sampleText, `Ranks are those in ${sampleOf(answer.sampled)}.`);
    show(
      head,
      answer.names.some(({ percentile }) => percentile !== null),
    );
  }

  const grey = (stale: boolean) => {
    list.classList.toggle('stale', stale);
  };

  function say(text: string): void {
    setText(said, text);
    show(mark, /\d/.test(text));
  }

  return {
    hear(answer: Generated, request: NameRequest): void {
      if (answer.refused !== null) {
        grey(true);
        say(
          shownRows > 0
            ? 'No name can be like this; the last ones are below.'
            : 'No name can be like this.',
        );
        show(supply, false);
        announce(sentence(answer.refused));
        return;
      }
      grey(false);
      drawNames(answer);
      const free = areFree(request.rules);
      say(
        free
          ? 'No rules yet: any name the model makes.'
          : requestSentence(answer.requestProbability, answer.logRequestProbability),
      );
      show(supply, answer.exhausted !== null);
      if (answer.exhausted !== null) setText(supplied, sentence(answer.exhausted));
      announce(`${plural(answer.names.length, 'name')}. ${said.textContent}`);
    },
    fail(message: string): void {
      grey(true);
      say(sentence(message));
      announce(sentence(message));
    },
    speak(language: string): void {
      if (list.lang !== language) list.lang = language;
    },
    drawStars(): void {
      for (const row of rows.slice(0, shownRows)) row.drawStar();
    },
  };
}
