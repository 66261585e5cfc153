// Small helpers to build elements. Text enters the document as text only.

interface Options {
  class?: string;
  text?: string;
  attrs?: Record<string, string>;
}

/** An element with its attributes, text and children. */
export function el<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  options: Options = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const node = document.createElement(tag);
  if (options.class !== undefined) node.className = options.class;
  if (options.text !== undefined) node.textContent = options.text;
  for (const [name, value] of Object.entries(options.attrs ?? {})) node.setAttribute(name, value);
  node.append(...children);
  return node;
}

/** Writes only what changed: a frame that changes nothing costs no layout. */
export function setText(node: Element, text: string): void {
  if (node.textContent !== text) node.textContent = text;
}

/** Shows an element or hides it. */
export function show(node: HTMLElement, visible: boolean): void {
  if (node.hidden === visible) node.hidden = !visible;
}

/** The element of the page with that id; its absence is a bug. */
export function byId(id: string): HTMLElement {
  const node = document.getElementById(id);
  if (node === null) throw new Error(`The page has no #${id}.`);
  return node;
}

const svgNamespace = 'http://www.w3.org/2000/svg';

/** One path, drawn in the colour of the text around it, hidden from screen readers. */
export function icon(path: string): SVGSVGElement {
  const svg = document.createElementNS(svgNamespace, 'svg');
  svg.setAttribute('viewBox', '0 0 16 16');
  svg.setAttribute('class', 'icon');
  svg.setAttribute('aria-hidden', 'true');
  const shape = document.createElementNS(svgNamespace, 'path');
  shape.setAttribute('d', path);
  svg.append(shape);
  return svg;
}

/** A button that does not submit, with an icon before its text if one is given. */
export function button(
  text: string,
  onClick: () => void,
  options: Options & { icon?: string } = {},
): HTMLButtonElement {
  const { icon: path, ...rest } = options;
  const node = el('button', { ...rest, attrs: { type: 'button', ...rest.attrs } });
  if (path !== undefined) node.append(icon(path));
  node.append(el('span', { text }));
  node.addEventListener('click', onClick);
  return node;
}

/** Asked for in every frame; asking the browser costs a pass over the styles. */
const colours = new Map<string, string>();

/** A colour of the style sheet as the browser computes it, in the theme of the moment. */
export function computedColour(name: string): string {
  const known = colours.get(name);
  if (known !== undefined) return known;
  const probe = byId('colour-probe');
  probe.style.color = `var(--${name})`;
  const { color } = getComputedStyle(probe);
  colours.set(name, color);
  return color;
}

/** After a change of theme. */
export function forgetColours(): void {
  colours.clear();
}
