// Numbers as the page writes them: four decimals for losses and probabilities, a true minus sign,
// commas between thousands. Pure.

const minus = '−';

/** A loss in nats; infinite where a bigram was never seen. */
export function loss(value: number): string {
  if (value === Number.POSITIVE_INFINITY) return '∞';
  if (!Number.isFinite(value)) return '?';
  return fixed(value, 4);
}

/** With so many decimals and a true minus sign. */
export function fixed(value: number, decimals: number): string {
  const text = Math.abs(value).toFixed(decimals);
  return value < 0 && Number(text) !== 0 ? minus + text : text;
}

/** With its sign, as differences are written. */
export function signed(value: number, decimals = 4): string {
  const text = fixed(value, decimals);
  if (text.startsWith(minus) || Number(text) === 0) return text;
  return `+${text}`;
}

/** A whole number with commas between thousands. */
export function count(value: number): string {
  return value.toLocaleString('en-GB', { maximumFractionDigits: 0 });
}

/** A number with its noun: "1 name", "2 names". */
export function plural(value: number, one: string, many = `${one}s`): string {
  return `${count(value)} ${value === 1 ? one : many}`;
}

/** A setting: as few digits as say it. */
export function setting(value: number): string {
  return value >= 10000 ? count(value) : String(value);
}

/** A size in bytes, kB, MB or GB, by powers of 1000. */
export function bytes(value: number): string {
  if (value < 1000) return plural(value, 'byte');
  if (value < 1e6) return `${fixed(value / 1e3, 1)} kB`;
  if (value < 1e9) return `${fixed(value / 1e6, 1)} MB`;
  return `${fixed(value / 1e9, 2)} GB`;
}

/** Where a loss stands against a floor, in words. */
export function distance(value: number, floor: number, floorName: string): string {
  if (!Number.isFinite(value) || !Number.isFinite(floor)) return `no distance to ${floorName}`;
  const gap = value - floor;
  const digits = fixed(Math.abs(gap), 4);
  if (Number(digits) === 0) return `level with ${floorName}`;
  return `${digits} nats ${gap > 0 ? 'above' : 'below'} ${floorName}`;
}

/** Steps a second, rounded to what can be read while it changes. */
export function rate(stepsPerSecond: number): string {
  const digits = stepsPerSecond < 100 ? 1 : 10 ** (Math.floor(Math.log10(stepsPerSecond)) - 1);
  return `${count(Math.round(stepsPerSecond / digits) * digits)} steps/s`;
}
