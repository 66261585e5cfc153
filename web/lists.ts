// The lists that come with the page, by the names a link calls them. Fetches them; counts nothing.
import type { CountsSource, ListSource } from './protocol.ts';

export type NamedList = 'given-names' | 'lecture';

export const namedLists: Record<NamedList, { url: string; title: string }> = {
  'given-names': { url: './lists/given-names.txt', title: 'Given names' },
  lecture: { url: './lists/lecture-counts.json', title: 'Lecture names' },
};

interface WrittenCounts extends Pick<CountsSource, 'characters' | 'figures'> {
  /** Row by row. */
  counts: number[][];
}

export async function fetchNamed(name: NamedList): Promise<ListSource> {
  const { url, title } = namedLists[name];
  const response = await fetch(new URL(url, document.baseURI));
  if (!response.ok) throw new Error(`The server answered ${response.status}.`);
  if (name === 'given-names') {
    return { from: 'file', file: new File([await response.blob()], title) };
  }
  const { characters, figures, counts } = (await response.json()) as WrittenCounts;
  return { from: 'counts', characters, figures, counts: Float64Array.from(counts.flat()) };
}
