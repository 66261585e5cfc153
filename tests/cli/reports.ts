// What the command prints with --json, as far as several tests look at it.

export interface CountReport {
  names: number;
  distinct_names: number;
  shortest: number;
  longest: number;
  bigrams: number;
  alphabet: string[];
  counts: number[][];
  loss: number;
}

export interface TrainReport {
  steps: number;
  initial_loss: number;
  loss: number;
  data_loss: number;
  count_loss: number;
  weights_fnv1a: string;
}
