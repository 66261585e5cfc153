// A table as NumPy's NPY, format version 1.0 (numpy.lib.format): float64, little-endian, row by row.

/** The data begins at a multiple of this. */
const alignment = 64;
const magic = '\x93NUMPY\x01\x00';

/** A file that `numpy.load` reads as rows of so many columns. */
export function npy(rowMajor: Float64Array, columns: number): Blob {
  const shape = `(${rowMajor.length / columns}, ${columns})`;
  const description = `{'descr': '<f8', 'fortran_order': False, 'shape': ${shape}, }`;
  // The length of what follows it is two bytes.
  const beforeHeader = magic.length + 2;
  const end = Math.ceil((beforeHeader + description.length + 1) / alignment) * alignment;
  const header = `${description.padEnd(end - beforeHeader - 1)}\n`;
  const bytes = new Uint8Array(end);
  const write = (text: string, at: number) => {
    bytes.set(
      Array.from(text, (letter) => letter.charCodeAt(0)),
      at,
    );
  };
  write(magic, 0);
  new DataView(bytes.buffer).setUint16(magic.length, header.length, true);
  write(header, beforeHeader);
  // Typed arrays are little-endian wherever browsers run.
  return new Blob([bytes, Float64Array.from(rowMajor)], { type: 'application/octet-stream' });
}
