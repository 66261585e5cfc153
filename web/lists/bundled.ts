// The lists that come with the page, by the names a link calls them. The first load knows the first one
// only (source.ts).
import { firstList } from './source.ts';

/** The headings under which lists are chosen. */
export type ListGroup = 'People' | 'Places' | 'Nature and science' | 'Other scripts';

/** A list that comes with the page. */
export interface BundledList {
  group: ListGroup;
  title: string;
  /** BCP 47, for fonts and screen readers; null where the names are of many languages. */
  language: string | null;
  /** ISO 15924: the one script of its letters. */
  script: 'Latn' | 'Grek' | 'Cyrl' | 'Hira' | 'Hang' | 'Arab';
  /** Lines of the file. */
  names: number;
  about: string;
  url: string;
}

const lists = {
  [firstList.name]: {
    ...list('People', firstList.title, null, 2553, 'From all over the world, in a to z.'),
    url: firstList.url,
  },
  'english-names': list('People', 'English given names', 'en', 491, 'Old and new.'),
  'irish-names': list('People', 'Irish given names', 'ga', 332, 'In Irish spelling.'),
  'welsh-names': list('People', 'Welsh given names', 'cy', 549, 'From legend and from today.'),
  'german-names': list('People', 'German given names', 'de', 460, 'Of four generations.'),
  'french-names': list('People', 'French given names', 'fr', 508, 'With their accents.'),
  'italian-names': list('People', 'Italian given names', 'it', 760, 'Nearly all end in a vowel.'),
  'spanish-names': list('People', 'Spanish given names', 'es', 639, 'With their accents.'),
  'nordic-names': list('People', 'Nordic given names', null, 520, 'Danish, Norwegian and Swedish.'),
  'finnish-names': list('People', 'Finnish given names', 'fi', 624, 'Full of double letters.'),
  'polish-names': list('People', 'Polish given names', 'pl', 447, 'Saints’ and Slavic names.'),
  'czech-names': list('People', 'Czech given names', 'cs', 478, 'Saints’ and Slavic names.'),
  'turkish-names': list(
    'People',
    'Turkish given names',
    'tr',
    781,
    'With and without a dot on the i.',
  ),
  'arabic-names': list('People', 'Arabic given names', 'ar-Latn', 684, 'In Latin letters.'),
  'hindi-names': list('People', 'Hindi given names', 'hi-Latn', 985, 'In Latin letters.'),
  'japanese-names': list('People', 'Japanese given names', 'ja-Latn', 1182, 'In Latin letters.'),
  'yoruba-names': list(
    'People',
    'Yoruba given names',
    'yo',
    406,
    'With dots below, without tones.',
  ),
  'swahili-names': list('People', 'Swahili given names', 'sw', 322, 'From the East African coast.'),
  'english-surnames': list(
    'People',
    'English surnames',
    'en',
    946,
    'And some of their neighbours.',
  ),
  'german-surnames': list('People', 'German surnames', 'de', 655, 'Many are crafts.'),
  lecture: {
    ...list('People', 'Lecture names', null, 32033, 'The counts of the lecture’s own list.'),
    url: './lists/lecture-counts.json',
  },
  'english-towns': list('Places', 'English towns', 'en', 769, 'Towns and cities of England.'),
  'european-cities': list(
    'Places',
    'European cities',
    null,
    680,
    'Mostly as they call themselves.',
  ),
  elements: list('Nature and science', 'Chemical elements', 'en', 118, 'All that have a name.'),
  constellations: list('Nature and science', 'Constellations', 'la', 88, 'All 88, in Latin.'),
  stars: list('Nature and science', 'Stars', null, 342, 'Proper names of stars.'),
  dinosaurs: list('Nature and science', 'Dinosaurs', 'la', 478, 'Genera.'),
  'greek-names': {
    ...list('Other scripts', 'Greek given names', 'el', 544, 'Ancient and modern.'),
    script: 'Grek',
  },
  'russian-names': {
    ...list('Other scripts', 'Russian given names', 'ru', 564, 'In Cyrillic.'),
    script: 'Cyrl',
  },
  'hiragana-names': {
    ...list('Other scripts', 'Japanese given names in kana', 'ja', 1134, 'In hiragana.'),
    script: 'Hira',
  },
  'hangul-names': {
    ...list('Other scripts', 'Korean given names', 'ko', 943, 'In Hangul: a syllable a letter.'),
    script: 'Hang',
  },
  'arabic-script-names': {
    ...list('Other scripts', 'Arabic given names in Arabic', 'ar', 439, 'Written right to left.'),
    script: 'Arab',
  },
} as const satisfies Record<string, Omit<BundledList, 'url'> & { url?: string }>;

/** What links call the page's lists. */
export type NamedList = keyof typeof lists;

/** All of them, in the order in which they are offered. */
export const listNames = Object.keys(lists) as NamedList[];

/** Each of them by its name. */
export const namedLists = Object.fromEntries(
  Object.entries(lists).map(([name, each]) => [name, { url: `./lists/${name}.txt`, ...each }]),
) as Record<NamedList, BundledList>;

function list(
  group: ListGroup,
  title: string,
  language: string | null,
  names: number,
  about: string,
): Omit<BundledList, 'url'> {
  return { group, title, language, script: 'Latn', names, about };
}
