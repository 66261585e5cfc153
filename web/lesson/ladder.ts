// Losses on the lecture's names that were published for wider models, each with where it stands.
// Nothing here is computed by this page, and it says so.

/** A published result: the model, its losses in nats a bigram, and where it stands. */
export interface Rung {
  model: string;
  train: string;
  /** On names that were held out of training. */
  heldOut: string;
  source: string;
}

const part3 = 'makemore_part3_bn.ipynb, “loss log”';
const part5 = 'makemore_part5_cnn1.ipynb, “performance log”';

/** Read in the notebooks of github.com/karpathy/nn-zero-to-hero, in lectures/makemore; those of part 3 rounded here. */
export const published: readonly Rung[] = [
  { model: 'MLP, three letters of context', train: '2.1245', heldOut: '2.1682', source: part3 },
  {
    model: 'the same, with better starting weights',
    train: '2.0356',
    heldOut: '2.1027',
    source: part3,
  },
  {
    model: 'the same, with batch normalisation',
    train: '2.0668',
    heldOut: '2.1048',
    source: part3,
  },
  { model: 'eight letters of context', train: '1.918', heldOut: '2.027', source: part5 },
  {
    model: 'eight letters, joined in layers (hierarchical)',
    train: '1.912',
    heldOut: '2.022',
    source: part5,
  },
  {
    model: 'the same, larger (76 thousand weights)',
    train: '1.769',
    heldOut: '1.993',
    source: part5,
  },
];
