// The settings that most of these tests train under: the lecture's, as fast as it goes.
import type { ModelOptions } from '../../web/messages/protocol.ts';
import { defaults } from '../../web/state/settings.ts';

const { learningRate, l2, smoothing, weightsSeed } = defaults;

export const lectureOptions: ModelOptions = {
  learningRate,
  l2,
  smoothing,
  weightsSeed,
  speed: 'unlimited',
};
