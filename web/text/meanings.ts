// What each number on the page means: one or two plain sentences, for "What does this number mean?".

/** The sentences, by what is explained. */
export const meanings = {
  names: 'How many names the list holds, repeats included.',
  distinct: 'How many different names there are: repeats count once.',
  bigrams:
    'How many pairs of neighbours were counted. A name of four letters gives five: the start and the end count too.',
  tokens:
    'How many different characters the models know, with the boundary “.” that begins and ends every name.',
  lengths: 'The shortest and the longest name, in characters.',
  repeats:
    'How many of the names stand in the list already, further up: names minus distinct names.',
  shortest: 'How many characters the shortest name has, and the first name that is so short.',
  longest: 'How many characters the longest name has, and the first name that is so long.',
  lines: 'How many lines, or records, the file has, those passed over included.',
  size: 'How large the file is, as it lies on the disk.',
  lengthChart:
    'How many names have how many characters: the taller the bar, the more names. The table has the numbers.',
  frequency:
    'How often each character occurs: its share of all characters of the list, the most frequent first.',
  passedOver:
    'Lines that were not counted, and why. At most the first ten of each kind are given by number.',
  once: 'Characters that occur once in the whole list: often slips of the pen, and each makes both tables larger.',
  step: 'How many times the weights have been moved downhill since they were drawn.',
  pace: 'How many steps of training this machine takes in a second.',
  learningRate:
    'How far each step moves the weights, as a multiple of the gradient. Too small is slow; too large overshoots.',
  l2: 'How strongly large weights are penalised. More of it pulls the learned table towards equal chances.',
  smoothing:
    'What is added to every count before dividing. 0 keeps the counts as they are; more pulls the counted table towards equal chances.',
  speed: 'How many steps are taken between two pictures on the screen.',
  weightsSeed:
    'The number the starting weights are drawn with. The same seed gives the same weights.',
  nameSeed: 'The number the names are drawn with. All three models use the same random numbers.',
  sampler:
    'How a random number becomes a letter. PyTorch has changed its way over the years, and with it the names.',
  loss: 'How surprised the learned model is by a letter of the list, on average, in nats. Lower is better.',
  distance:
    'How much of the loss is left to lose: the count model loses least of all models that see one letter.',
  dataLoss: 'The loss of the names alone, without the penalty on large weights.',
  timeStep: 'The step you are looking at. Move it back to see the model as it was then.',
  countedProbability:
    'The share of this letter among all that follow the first one in the list: its count over the row’s total.',
  learnedProbability: 'The chance the network gives this letter after the first one, at this step.',
  difference: 'Learned minus counted: above zero, the network gives this letter too much.',
  divergence:
    'How far the learned row is from the counted one, in nats: the surprise it adds, on average, after this letter. 0 is the same row.',
  tally: 'How many names both models drew from the same random numbers.',
  pairCount: 'How often the list has this letter right after the first one.',
  scale:
    'What the colours stand for, from the least to the most. Both tables share one scale: the same colour is the same chance in both.',
  row: 'The chances of every letter after this one, one bar from each table. The line at the top is the number beside it.',
  chart:
    'The loss after each step. No model that sees one letter gets below the count model; ln V is the loss of equal chances. Faint lines are earlier runs.',
  reading:
    'How much of the file has been read, how fast, and how long the rest will take at that pace. The list that is open stays until the end.',
  wordMean:
    'The surprises of all its pairs, added up and divided by their number. Below the loss of the list, the name is likelier than most.',
  wordLoss:
    'The surprise of each letter after the one before: minus the logarithm of its probability. 0 is certain, ∞ never happens.',
  letters: 'How many different characters the names are written with. The models know no others.',
  blendWeight:
    'How often each name of this list counts in the blend: with 3, as if every name stood there three times.',
  request:
    'How many of the names that the model makes keep your rules: worked out from its table, not counted by trying.',
  supply: 'How many different names there are that the model can make and your rules allow.',
  howMany: 'How many names are drawn at once, from 1 to 1,000.',
  nameLength: 'The fewest and the most letters that a name may have. Empty means any.',
  rank: 'How many of the list’s own names the model finds less likely than this one: above half, the name is likelier than most of them.',
  rankSample:
    'The list has more different names than are kept. So many were drawn from all its names while it was read, each as likely and repeats included, and stand for them.',
  exactName:
    'The chance that the model makes just this name, and its natural logarithm. Long names are always rarer than short ones.',
  letterChance:
    'The chance that the model gives each letter after the one before it. The less expected, the taller and redder its bar.',
  ownPlace:
    'The surprises of its letters and its end, added up and divided by their number, and how many of the list’s names are more surprising.',
  histogram:
    'How surprising the list’s own names are on average a letter, from expected to surprising. The mark is your name.',
  worstPair: 'The pair with the least chance of all in your name, and its surprise in nats.',
  temperature:
    'Every chance is raised to the power of 1 over this, and each row divided by its sum. Below 1 usual letters become more usual, above 1 rare ones do.',
  trained:
    'How often the weights have been moved, the loss on the list after that, and the least loss that any such model can have.',
} as const;

/** What can be explained. */
export type MeaningName = keyof typeof meanings;
