// How the page shows what it shows: nothing here changes a model. Pure.

/** What of the page is seen, and how. */
export interface View {
  /** The laboratory with its lesson, or the naming studio. */
  tab: 'lab' | 'names';
  /** Both tables side by side, or what is between them, in probability and in nats a row. */
  tables: 'both' | 'difference';
  /** The order of rows and columns. */
  order: 'code-point' | 'frequency';
  /** Whether cells of the count map show the pair and the count, as the lecture's figure does. */
  cellText: boolean;
  /** The scale of the steps on the loss chart. */
  steps: 'linear' | 'log';
}

/** The page as it opens. */
export const plainView: View = {
  tab: 'lab',
  tables: 'both',
  order: 'code-point',
  cellText: false,
  steps: 'linear',
};

/** What each part of a view may be. */
export const viewChoices = {
  tab: ['lab', 'names'],
  tables: ['both', 'difference'],
  order: ['code-point', 'frequency'],
  steps: ['linear', 'log'],
} as const;
