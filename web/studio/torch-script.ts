// A Python program that draws the names on the screen with PyTorch, from the numbers it brings along. The
// steps of the three samplers are written out, for torch has changed its own over the years. Pure.
import { areFree } from '../links/studio.ts';
import type { NameRequest } from '../messages/studio-questions.ts';
import {
  conditionedPart,
  plainPart,
  samplerParts,
  sortLines,
  temperedLines,
} from './torch-parts.ts';

/** What the program holds as numbers, and what it has to draw. */
export interface TorchGrounds {
  request: NameRequest;
  /** The boundary first. */
  alphabet: readonly string[];
  /** Row-major, V x V. */
  counts: Float64Array;
  smoothing: number;
  /** The network's, row-major, where it is the learned model. */
  weights: readonly number[] | null;
  /** The list's distinct names, which "new only" keeps out; null where they are not known. */
  listed: readonly string[] | null;
}

/** The program, and what of the request it cannot do. */
export interface TorchScript {
  text: string;
  /** What is on the screen and not in the program. */
  leavesOut: string[];
}

/** A longer list is not written into a program. */
const mostListed = 50_000;
/** A table with more letters is written cell by cell, without its zeros. */
const denseLetters = 64;

/** JSON's strings, numbers and arrays are Python's too. */
const literal = (value: unknown): string => JSON.stringify(value);

function rows(numbers: ArrayLike<number>, size: number): string {
  const lines = Array.from({ length: size }, (_, i) =>
    literal(Array.from({ length: size }, (_each, j) => numbers[i * size + j] ?? 0)),
  );
  return `[\n    ${lines.join(',\n    ')},\n]`;
}

function countLines({ alphabet, counts, smoothing }: TorchGrounds): string[] {
  const size = alphabet.length;
  const cells: number[][] = [];
  counts.forEach((count, i) => {
    if (count > 0) cells.push([Math.floor(i / size), i % size, count]);
  });
  const table =
    size <= denseLetters
      ? [`N = torch.tensor(${rows(counts, size)}, dtype=torch.float64)`]
      : [
          'N = torch.zeros((V, V), dtype=torch.float64)',
          `for i, j, n in ${literal(cells)}:`,
          '    N[i, j] = n',
        ];
  const total = 'N.sum(1, keepdim=True)';
  return [
    '# How often the second letter follows the first; row and column 0 are the start and the end.',
    ...table,
    smoothing === 0 ? `P = N / ${total}` : `P = (N + ${smoothing}) / (${total} + ${smoothing} * V)`,
  ];
}

/** The program for what is on the screen. */
export function torchScript(grounds: TorchGrounds): TorchScript {
  const { request, alphabet, weights, listed } = grounds;
  const { rules, sampler, unique, newOnly, count, temperature } = request;
  const leavesOut: string[] = [];
  const knowsNames = newOnly && listed !== null && listed.length <= mostListed;
  if (newOnly && !knowsNames)
    leavesOut.push('new names only, for the list cannot be brought along');
  const conditioned = !areFree(rules) || unique || knowsNames;
  const lines = [
    '# Names as makemore showed them. Needs PyTorch and nothing else.',
    ...leavesOut.map((what) => `# Left out: ${what}.`),
    'import torch',
    '',
    `letters = ${literal(['', ...alphabet.slice(1)])}`,
    'V = len(letters)',
    ...(weights === null
      ? countLines(grounds)
      : [
          '# The weights of the network: row i is the input of the softmax after letter i.',
          `W = torch.tensor(${rows(weights, alphabet.length)}, dtype=torch.float32)`,
          'P = torch.softmax(W.double(), dim=1)',
        ]),
    ...temperedLines(temperature),
    `g = torch.Generator().manual_seed(${request.seed})`,
    '',
    ...samplerParts[sampler],
    '',
    ...(conditioned
      ? conditionedPart({
          starts: literal(rules.startsWith),
          ends: literal(rules.endsWith),
          contains: literal(rules.contains),
          without: literal(rules.notContains),
          least: String(rules.minLength),
          most: rules.maxLength === null ? 'None' : String(rules.maxLength),
          listed: knowsNames ? literal(listed) : '[]',
          unique: unique ? 'True' : 'False',
          count: String(count),
        })
      : plainPart(count)),
    '',
    ...sortLines(request.order),
    'print("\\n".join(names))',
    '',
  ];
  return { text: lines.join('\n'), leavesOut };
}
