// Rules that change all at once, by "More like this" (a name's start and its length) or by clearing them,
// and the way back.
import type { Actions } from '../control/actions.ts';
import type { NameRules } from '../messages/studio-questions.ts';
import type { State } from '../state/state.ts';
import { freeRules } from '../state/studio-defaults.ts';
import { visible } from '../text/visible.ts';
import { button, el, setText, show } from '../ui/dom.ts';

/** The same first two letters, and a letter more or less. */
export function rulesLike(name: string): NameRules {
  const letters = Array.from(name);
  return {
    ...freeRules,
    startsWith: letters.slice(0, 2).join(''),
    minLength: Math.max(1, letters.length - 1),
    maxLength: letters.length + 1,
  };
}

/** `undone` is called after the press, whose button has gone. */
export function likeThis(actions: Actions, undone: () => void) {
  let before: NameRules | null = null;
  let after: NameRules | null = null;
  const words = el('span');
  const root = el(
    'p',
    { class: 'undo', attrs: { hidden: '', id: 'like-this' } },
    words,
    button(
      'Undo',
      () => {
        if (before !== null) actions.setStudio({ rules: before });
        before = null;
        show(root, false);
        undone();
      },
      { class: 'link' },
    ),
  );
  function offer(text: string, from: NameRules, to: NameRules): void {
    before = from;
    after = to;
    actions.setStudio({ rules: to });
    setText(words, text);
    show(root, true);
  }
  return {
    root,
    set(name: string, rules: NameRules): void {
      offer(`Names like ${visible(name)}.`, rules, rulesLike(name));
    },
    clear(rules: NameRules): void {
      offer('The rules are cleared.', rules, freeRules);
    },
    /** Once the rules are others, there is nothing to undo. */
    draw({ studio }: State): void {
      if (before !== null && studio.rules !== after) {
        before = null;
        show(root, false);
      }
    },
  };
}
