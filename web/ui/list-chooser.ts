// A choice among the lists that come with the page, grouped. Fetches nothing itself.
import type { LinkedList } from '../links/link.ts';
import { listNames, namedLists } from '../lists/bundled.ts';
import type { NamedList } from '../lists/bundled.ts';
import { count } from '../text/format.ts';
import { el } from './dom.ts';

/** `root` holds what is shown where the list that is open is one's own. */
export function listChooser(root: HTMLSelectElement, choose: (name: NamedList) => void) {
  const groups = new Map<string, HTMLOptGroupElement>();
  for (const name of listNames) {
    const { group, title, names, about } = namedLists[name];
    const into = groups.get(group) ?? el('optgroup', { attrs: { label: group } });
    groups.set(group, into);
    const text = `${title} (${count(names)})`;
    into.append(el('option', { text, attrs: { value: name, title: about } }));
  }
  root.append(...groups.values());
  root.addEventListener('change', () => {
    const name = listNames.find((each) => each === root.value);
    if (name !== undefined) choose(name);
  });
  return {
    /** A list that could not be opened is not left standing as if it were. */
    draw(origin: LinkedList | null): void {
      const name = origin?.from === 'named' ? origin.name : '';
      if (root.value !== name) root.value = name;
      root.title = origin?.from === 'named' ? namedLists[origin.name].about : '';
    },
  };
}
