// Light, dark, or as the system says. Remembers the choice on this machine.
import { el, forgetColours } from './dom.ts';

const choices = ['auto', 'light', 'dark'] as const;
type Choice = (typeof choices)[number];
const key = 'makemore.theme';

function remembered(): Choice {
  try {
    const stored = localStorage.getItem(key);
    return choices.find((choice) => choice === stored) ?? 'auto';
  } catch {
    // Storage may be forbidden; the choice then lasts as long as the page.
    return 'auto';
  }
}

function remember(choice: Choice): void {
  try {
    localStorage.setItem(key, choice);
  } catch {
    return;
  }
}

/** `redraw` is called whenever the colours on the screen have changed, whoever changed them. */
export function themeSwitch(root: HTMLElement, redraw: () => void): void {
  const changed = () => {
    forgetColours();
    redraw();
  };
  const apply = (choice: Choice) => {
    if (choice === 'auto') delete document.documentElement.dataset['theme'];
    else document.documentElement.dataset['theme'] = choice;
  };
  const now = remembered();
  apply(now);
  // The panels that are there already took the system's colours.
  if (now !== 'auto') changed();
  const group = el('fieldset', { class: 'theme' }, el('legend', { text: 'Theme' }));
  for (const choice of choices) {
    const input = el('input', {
      class: 'visually-hidden',
      attrs: { type: 'radio', name: 'theme', id: `theme-${choice}`, value: choice },
    });
    input.checked = choice === now;
    input.addEventListener('change', () => {
      apply(choice);
      remember(choice);
      changed();
    });
    group.append(input, el('label', { text: choice, attrs: { for: `theme-${choice}` } }));
  }
  root.append(group);
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', changed);
}
