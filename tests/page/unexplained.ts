// The numbers of the page that nothing explains: what stands in its text, its fields and its charts. Knows no
// browser; runs in the page.

/**
 * The shown numbers (in text, in a field, on a chart) that no word explains: there is none in the group
 * they stand in, nor on their line of the panel.
 */
export function unexplained(): string[] {
  const isShown = (node: Element) => node.checkVisibility({ visibilityProperty: true });
  const line = (node: Element) => node.getBoundingClientRect();
  const onLine = (term: Element, node: Element) =>
    line(term).top < line(node).bottom && line(term).bottom > line(node).top;
  function isExplained(node: Element): boolean {
    for (let group = node.parentElement; group !== null; group = group.parentElement) {
      const terms = Array.from(group.querySelectorAll('.term')).filter(isShown);
      if (group.matches('.panel, .studio-part, dialog, body'))
        return terms.some((term) => onLine(term, node));
      if (terms.length > 0) return true;
    }
    return false;
  }
  const found: string[] = [];
  const check = (node: Element, what: string) => {
    if (isShown(node) && !isExplained(node)) found.push(`${what} in #${node.closest('[id]')?.id}`);
  };
  const within =
    document.querySelector('dialog[open]') ?? document.querySelector('main:not([hidden])');
  if (within === null) throw new Error('nothing is shown');
  const walk = document.createTreeWalker(within, NodeFilter.SHOW_TEXT);
  while (walk.nextNode() !== null) {
    const node = walk.currentNode.parentElement;
    const text = walk.currentNode.textContent ?? '';
    // Choices are names of things; what only ears hear is said beside a figure that is shown.
    const isFigure =
      /[\d∞]/.test(text) && node?.closest('option, button, .visually-hidden') === null;
    if (isFigure) check(node, text);
  }
  for (const field of within.querySelectorAll<HTMLInputElement>('input:not([type=range])')) {
    if (/\d/.test(field.value)) check(field, field.id || field.ariaLabel || 'a field');
  }
  for (const chart of within.querySelectorAll('canvas, .histogram')) check(chart, 'a chart');
  return found;
}
