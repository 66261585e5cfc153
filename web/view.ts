// How the workbench shows what it shows: nothing here changes a model. Pure.

export interface View {
  /** Both tables side by side, or what is between them, in probability and in nats a row. */
  tables: 'both' | 'difference';
  /** The order of rows and columns. */
  order: 'code-point' | 'frequency';
  /** Whether cells of the count map show the pair and the count, as the lecture's figure does. */
  cellText: boolean;
  /** The scale of the steps on the loss chart. */
  steps: 'linear' | 'log';
}

export const plainView: View = {
  tables: 'both',
  order: 'code-point',
  cellText: false,
  steps: 'linear',
};

export const viewChoices = {
  tables: ['both', 'difference'],
  order: ['code-point', 'frequency'],
  steps: ['linear', 'log'],
} as const;
