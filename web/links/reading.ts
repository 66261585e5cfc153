// How a list is to be read, as a link says it: what is as usual is left out. Pure.
import type { Reading, RecordColumns } from '../messages/protocol.ts';

const separators = { comma: ',', tab: '\t', semicolon: ';', bar: '|' } as const;

const columns = /^(comma|tab|semicolon|bar)-([1-9]\d{0,3})(?:-([1-9]\d{0,3}))?(-header)?$/;

/** For a link; empty where it is the usual. Columns are counted from 1. */
export function writeReading({ windows1252, records, foldsCase, once }: Reading): string {
  return [
    windows1252 ? 'windows-1252' : '',
    records === null ? '' : writeColumns(records),
    foldsCase ? 'fold' : '',
    once ? 'once' : '',
  ]
    .filter((part) => part !== '')
    .join('.');
}

function writeColumns({ separator, names, weight, header }: RecordColumns): string {
  const word = Object.entries(separators).find(([, character]) => character === separator)?.[0];
  return `${word}-${names + 1}${weight === null ? '' : `-${weight + 1}`}${header ? '-header' : ''}`;
}

/** A word that is none is not read. */
export function readReading(text: string): Reading {
  const words = text.split('.');
  const found = words.map((word) => columns.exec(word)).find((match) => match !== null);
  const [, separator, names, weight, header] = found ?? [];
  return {
    windows1252: words.includes('windows-1252'),
    records:
      separator === undefined
        ? null
        : {
            separator: separators[separator as keyof typeof separators],
            header: header !== undefined,
            names: Number(names) - 1,
            weight: weight === undefined ? null : Number(weight) - 1,
          },
    foldsCase: words.includes('fold'),
    once: words.includes('once'),
  };
}
