// The page's own lists: the first one, where the others are found, and fetching them.
import type { LinkedList } from '../links/link.ts';
import type { CountsSource, ListSource } from '../messages/protocol.ts';
import type { BundledList, NamedList } from './bundled.ts';

/** The list that the page opens with. */
export const firstList = {
  name: 'given-names',
  title: 'Given names',
  language: null,
  url: './lists/given-names.txt',
} as const;

type Found = Pick<BundledList, 'title' | 'language' | 'url'>;

/** Fetches what is known of the lists where it is not the first that is asked for. */
export const findNamed = async (name: NamedList): Promise<Found> =>
  name === firstList.name ? firstList : (await import('./bundled.ts')).namedLists[name];

/** BCP 47; empty where it is of many languages, or nobody knows. */
export const languageOf = async (list: LinkedList | null): Promise<string> => {
  if (list?.from !== 'named') return '';
  const found = await findNamed(list.name).catch(() => null);
  return found?.language ?? '';
};

interface WrittenCounts extends Pick<CountsSource, 'characters' | 'figures'> {
  /** Row by row. */
  counts: number[][];
}

/** Fetches one of the page's lists. Rejects with what the server answered. */
export async function fetchList({ url, title }: Found): Promise<ListSource> {
  const response = await fetch(new URL(url, document.baseURI));
  if (!response.ok) throw new Error(`The server answered ${response.status}.`);
  if (url.endsWith('.txt')) {
    return { from: 'file', file: new File([await response.blob()], title) };
  }
  const { characters, figures, counts } = (await response.json()) as WrittenCounts;
  return { from: 'counts', characters, figures, counts: Float64Array.from(counts.flat()) };
}
