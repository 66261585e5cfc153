// Turns what was measured into one table: sections of rows, the ratios first.
import { nameOf, targets } from './names.mjs';

const grouped = (number, digits = 0) =>
  number.toLocaleString('en-GB', { minimumFractionDigits: digits, maximumFractionDigits: digits });

/** Three significant digits or more. */
function figure(number) {
  if (number === null) return 'not measured';
  const magnitude = Math.floor(Math.log10(Math.abs(number) || 1));
  return grouped(number, Math.max(0, Math.min(3, 2 - magnitude)));
}

/** Rows with a column that says how each stands to one of them. */
function besides(rows, key, referenceId, scale = 1) {
  const reference = rows.find(({ id }) => id === referenceId)?.[key];
  return rows.map(({ id, [key]: value }) => [
    nameOf(id),
    figure(value / scale),
    reference === undefined ? '' : `${figure(value / reference)} ×`,
  ]);
}

function ratioSection({ ratios, date, quick, machine }) {
  const { processor, cores, node, chromium, firefox, torch, numpy } = machine;
  const programs = [
    ['Node', node],
    ['Chromium', chromium],
    ['Firefox', firefox],
    ['PyTorch', torch],
    ['NumPy', numpy],
  ].filter(([, version]) => version);
  const rows = Object.entries(ratios).map(([name, ratio]) => {
    const { least, most } = targets[name] ?? {};
    const wanted = least === undefined ? most : least;
    if (wanted === undefined) return [name, figure(ratio), '', ''];
    const met = ratio !== null && (least === undefined ? ratio <= most : ratio >= least);
    const bound = least === undefined ? 'at most' : 'at least';
    return [name, figure(ratio), `${bound} ${figure(wanted)}`, met ? 'yes' : 'no'];
  });
  return {
    title: 'Ratios',
    note: `${quick ? 'A quick run: rough. ' : ''}${processor}, ${cores} cores, ${date}; ${programs
      .map((program) => program.join(' '))
      .join(', ')}.`,
    columns: ['Ratio', 'measured', 'wanted', 'reached'],
    rows,
  };
}

const stepSections = ({ rows, growth }) => [
  {
    title: 'A full-batch step on the lecture’s counts',
    columns: ['What', 'µs a step', 'to wasm in Chromium'],
    rows: besides(rows, 'nanoseconds', 'wasm-step-chromium', 1000),
  },
  {
    title: 'A step by the size of the vocabulary',
    columns: ['Tokens', 'native SSE2, ns a cell', 'wasm in Chromium, ns a cell'],
    rows: growth.map(({ size, native, wasm }) => [grouped(size), figure(native), figure(wasm)]),
  },
];

/** What a corpus larger than any machine would take, at the pace at which one core reads a file. */
function corpusSection({ shuffled }) {
  const pace = shuffled?.find(({ id }) => id === 'native-file')?.megabytesPerSecond;
  const hours = (terabytes, cores) => (terabytes * 1e6) / pace / cores / 3600;
  return {
    title: 'A corpus in parts',
    columns: ['Terabytes', 'core-hours', 'hours on 100 cores', 'GB/s that these read'],
    rows: (pace === undefined ? [] : [1, 100, 10_000]).map((terabytes) => [
      grouped(terabytes),
      figure(hours(terabytes, 1)),
      figure(hours(terabytes, 100)),
      figure((pace * 100) / 1000),
    ]),
  };
}

const readSections = ({ lists, growth }) => [
  ...Object.entries(lists).map(([id, rows]) => ({
    title: `Reading and counting: ${nameOf(id)}`,
    columns: ['What', 'MB/s', 'to the drain in Chromium'],
    rows: besides(rows, 'megabytesPerSecond', 'drain-chromium'),
  })),
  {
    title: 'Reading by size',
    columns: ['List', 'MB', 'native, MB/s', 'wasm in Chromium, MB/s'],
    rows: growth.map(({ id, megabytes, native, wasm }) => [
      nameOf(id),
      grouped(megabytes),
      figure(native),
      figure(wasm),
    ]),
  },
  corpusSection(lists),
];

const namesSections = ({ rows }) => [
  {
    title: 'Names a second',
    columns: ['What', 'millions', 'to wasm in Chromium'],
    rows: besides(rows, 'namesPerSecond', 'wasm-alias-chromium', 1e6),
  },
];

const pageSections = ({ firstNames, frames }) => [
  {
    title: 'From navigation to the first names',
    columns: ['Browser', 'cold, ms', 'warm, ms'],
    rows: firstNames.map(({ id, cold, warm }) => [nameOf(id), figure(cold), figure(warm)]),
  },
  {
    title: 'While the page trains at full speed',
    columns: ['View', 'frames a second', 'tasks over 50 ms', 'longest, ms', 'steps a second'],
    rows: frames.map((row) => [
      nameOf(row.id),
      figure(row.framesPerSecond),
      row.longTasks === null ? 'not told' : String(row.longTasks),
      row.longTasks === null ? '' : figure(row.longestTask),
      grouped(row.stepsPerSecond),
    ]),
  },
];

function bytesSections({ rows, firstLoad }) {
  const sizes = ({ bytes, gzip, brotli }) => [bytes, gzip, brotli].map((size) => grouped(size));
  return [
    {
      title: 'Bytes over the wire',
      columns: ['Asset', 'bytes', 'gzip', 'brotli'],
      rows: [
        ...rows.filter(({ first }) => first).map((row) => [row.id, ...sizes(row)]),
        ['all that the first visit needs', ...sizes(firstLoad)],
        ...rows
          .filter(({ first }) => !first)
          .map((row) => [`when asked for: ${row.id}`, ...sizes(row)]),
      ],
    },
  ];
}

const makers = {
  step: stepSections,
  read: readSections,
  names: namesSections,
  page: pageSections,
  bytes: bytesSections,
};

/** @returns {{ title: string, note?: string, columns: string[], rows: string[][] }[]} */
export function sections(result) {
  const measured = Object.entries(makers)
    .filter(([part]) => result[part] !== undefined)
    .flatMap(([part, make]) => make(result[part]));
  return [ratioSection(result), ...measured].filter(({ rows }) => rows.length > 0);
}

/**
 * For a terminal.
 * @returns {string}
 */
export function asText(found) {
  const lines = found.flatMap(({ columns, rows }) => [columns, ...rows]);
  const width = (i) => Math.max(...lines.map((line) => line[i]?.length ?? 0));
  const widths = [0, 1, 2, 3, 4].map(width);
  const text = (line) =>
    line
      .map((cell, i) => (i === 0 ? cell.padEnd(widths[i]) : cell.padStart(widths[i])))
      .join('  ')
      .trimEnd();
  return found
    .map(({ title, note, columns, rows }) =>
      [title, ...(note ? [note] : []), text(columns), ...rows.map(text)].join('\n'),
    )
    .join('\n\n');
}

/**
 * For docs/performance.md.
 * @returns {string}
 */
export function asMarkdown(found) {
  const line = (cells) => `| ${cells.join(' | ')} |`;
  return found
    .map(({ title, note, columns, rows }) =>
      [
        `### ${title}`,
        '',
        ...(note ? [note, ''] : []),
        line(columns),
        line(columns.map((_, i) => (i === 0 ? '---' : '---:'))),
        ...rows.map(line),
      ].join('\n'),
    )
    .join('\n\n');
}
