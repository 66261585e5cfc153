// Colour ramps for the tables, even to the eye: straight lines through Oklab, lightness monotonic.
// Pure; the colours at the ends come from the style sheet.

/** A colour in sRGB, each part from 0 to 255. */
export type Rgb = readonly [red: number, green: number, blue: number];
type Lab = readonly [l: number, a: number, b: number];

/** "rgb(1 2 3)", "rgb(1, 2, 3)" and "#123456", as computed styles give them. */
export function parseColour(text: string): Rgb {
  const hex = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(text.trim());
  if (hex) return [1, 2, 3].map((i) => Number.parseInt(hex[i] ?? '0', 16)) as unknown as Rgb;
  const numbers = /^rgba?\(([^)]*)\)$/.exec(text.trim())?.[1]?.match(/[\d.]+/g);
  if (numbers === undefined || numbers === null || numbers.length < 3) {
    throw new Error(`Not a colour: ${text}`);
  }
  return numbers.slice(0, 3).map(Number) as unknown as Rgb;
}

/** `steps` colours packed as ImageData wants them (little-endian RGBA). */
export function ramp(stops: readonly Rgb[], steps: number): Uint32Array {
  const labs = stops.map(toLab);
  const out = new Uint32Array(steps);
  for (let i = 0; i < steps; i += 1) {
    const at = (i / (steps - 1)) * (labs.length - 1);
    const low = Math.min(Math.floor(at), labs.length - 2);
    out[i] = pack(toRgb(mix(labs[low] as Lab, labs[low + 1] as Lab, at - low)));
  }
  return out;
}

/**
 * Which colour of a ramp a probability takes, for probabilities in equal steps from 0 to `most`.
 * The square root opens up the small ones, where most of a table lies.
 */
export function rootIndex(entries: number, steps: number): Uint16Array {
  const out = new Uint16Array(entries);
  for (let i = 0; i < entries; i += 1) {
    out[i] = Math.round(Math.sqrt(i / (entries - 1)) * (steps - 1));
  }
  return out;
}

/** The same for values from -most to most: both sides open up from the middle. */
export function signedRootIndex(entries: number, steps: number): Uint16Array {
  const out = new Uint16Array(entries);
  for (let i = 0; i < entries; i += 1) {
    const along = (2 * i) / (entries - 1) - 1;
    const opened = Math.sign(along) * Math.sqrt(Math.abs(along));
    out[i] = Math.round(((opened + 1) / 2) * (steps - 1));
  }
  return out;
}

/** Oklab's lightness, from 0 to 1. */
export function lightness(colour: Rgb): number {
  return toLab(colour)[0];
}

/** As style sheets write it. */
export function css(colour: Rgb): string {
  return `rgb(${colour.map(Math.round).join(' ')})`;
}

/** From a pixel of a canvas. */
export function unpack(packed: number): Rgb {
  return [packed & 255, (packed >>> 8) & 255, (packed >>> 16) & 255];
}

function pack([red, green, blue]: Rgb): number {
  return ((255 << 24) | (blue << 16) | (green << 8) | red) >>> 0;
}

function mix(a: Lab, b: Lab, t: number): Lab {
  return [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t, a[2] + (b[2] - a[2]) * t];
}

const linear = (c: number) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
const gamma = (c: number) => (c <= 0.0031308 ? c * 12.92 : 1.055 * c ** (1 / 2.4) - 0.055);

// Björn Ottosson's Oklab (2020), matrices as published.
function toLab(colour: Rgb): Lab {
  const [r, g, b] = colour.map((c) => linear(c / 255)) as [number, number, number];
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

function toRgb([L, a, b]: Lab): Rgb {
  const l = (L + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (L - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (L - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const rgb = [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
  return rgb.map((c) => Math.round(Math.min(1, Math.max(0, gamma(c))) * 255)) as unknown as Rgb;
}
