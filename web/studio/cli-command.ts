// The command that draws the same names in a terminal. Pure.
import type { Reading, TrainingState } from '../messages/protocol.ts';
import type { NameRequest } from '../messages/studio-questions.ts';
import { defaults } from '../state/settings.ts';
import type { Settings } from '../state/settings.ts';

/** What the command has to say. */
export interface CommandGrounds {
  request: NameRequest;
  settings: Settings;
  run: TrainingState;
  /** The list's file; null where the terminal can only have its counts, in a MODEL.json. */
  listFile: string | null;
  /** How that file is read. */
  reading: Reading;
  /** Of several lists, each read in its own way: the command reads one. */
  blended: boolean;
  modelFile: string;
}

/** The command, and what must be known to run it. */
export interface Command {
  text: string;
  /** What must be there first, and what the command leaves out. */
  note: string;
}

/** A word of a POSIX shell. */
function word(text: string): string {
  return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}

/** The steps of a run can be taken again by the command if nothing changed under way. */
function canTrainAgain({ request, settings, run }: CommandGrounds): boolean {
  const [first] = run.changes;
  return (
    run.changes.length === 1 &&
    first?.learningRate === settings.learningRate &&
    first.l2 === settings.l2 &&
    run.weightsSeed === request.seed
  );
}

const separatorNames = { ',': ',', '\t': 'tab', ';': ';', '|': '|' } as const;

/** The options that read a file as the page did. */
function readingOptions({ windows1252, records, foldsCase, once }: Reading): string[] {
  const options = windows1252 ? ['--encoding=windows-1252'] : [];
  if (records !== null) {
    const { separator, header, names, weight } = records;
    options.push(`--separator=${word(separatorNames[separator])}`, `--column=${names + 1}`);
    if (weight !== null) options.push(`--weight=${weight + 1}`);
    options.push(header ? '--header' : '--no-header');
  }
  if (foldsCase) options.push('--fold-case');
  if (once) options.push('--remove-duplicates');
  return options;
}

/** The command for what is on the screen. */
export function cliCommand(grounds: CommandGrounds): Command {
  const { request, settings, run, listFile, modelFile } = grounds;
  const { rules, model } = request;
  const parts = ['makemore', 'sample'];
  // A value may begin with a hyphen: joined to its option it is read as what it is.
  const add = (option: string, value: string | number, usual: string | number | null = null) => {
    if (value !== usual) parts.push(`${option}=${word(String(value))}`);
  };
  const trains = model === 'learned' && listFile !== null && canTrainAgain(grounds);
  const reads = listFile === null || (model === 'learned' && !trains);
  if (model === 'learned') {
    add('--model', 'neural');
    if (trains) {
      add('--steps', run.step);
      add('--learning-rate', settings.learningRate, defaults.learningRate);
      add('--l2', settings.l2, defaults.l2);
    }
  } else add('--smoothing', settings.smoothing, 0);
  add('--count', request.count);
  add('--seed', request.seed, defaults.nameSeed);
  add('--sampler', request.sampler, 'cdf');
  add('--starts-with', rules.startsWith, '');
  add('--ends-with', rules.endsWith, '');
  for (const part of rules.contains) add('--contains', part);
  for (const part of rules.notContains) add('--not-contains', part);
  add('--min-length', rules.minLength, 0);
  if (rules.maxLength !== null) add('--max-length', rules.maxLength);
  add('--temperature', request.temperature, 1);
  if (request.newOnly && !reads) parts.push('--new-only');
  if (request.unique) parts.push('--unique');
  add('--sort', request.order, 'drawn');
  if (!reads) parts.push(...readingOptions(grounds.reading));
  const file = reads ? modelFile : listFile;
  parts.push(word(file.startsWith('-') ? `./${file}` : file));
  return { text: parts.join(' '), note: noteOf(grounds, reads) };
}

function noteOf(grounds: CommandGrounds, reads: boolean): string {
  const { request, listFile, modelFile, blended } = grounds;
  if (!reads) return `It reads ${listFile ?? ''}: save the list first, if it is not there.`;
  const why = blended ? ', for it cannot blend lists' : '';
  const first = `It reads ${modelFile}${why}: download the model first.`;
  return request.newOnly
    ? `${first} A model file has no names, so names of the list are not kept out.`
    : first;
}
