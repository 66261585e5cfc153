// One rule as a field: its label, what is typed, and below it an example or why no name can keep it.
import { button, el, setText } from '../ui/dom.ts';
import { icons } from '../ui/icons.ts';

/** The field of one string. */
export interface RuleField {
  root: HTMLElement;
  input: HTMLInputElement;
  draw(value: string, problem: string | null): void;
}

interface RuleFieldSpec {
  id: string;
  label: string;
  /** What stands below the field while nothing is wrong. */
  hint: () => string;
  change(value: string): void;
}

/** A field by its spec; `attrs` are the input's own. */
export function ruleField(spec: RuleFieldSpec, attrs: Record<string, string> = {}): RuleField {
  const { id } = spec;
  const input = el('input', {
    class: 'rule-input',
    attrs: {
      type: 'text',
      id,
      autocomplete: 'off',
      autocapitalize: 'off',
      spellcheck: 'false',
      dir: 'auto',
      maxlength: '200',
      'aria-describedby': `${id}-hint`,
      ...attrs,
    },
  });
  input.addEventListener('input', () => {
    spec.change(input.value);
  });
  const hint = el('p', { class: 'rule-hint', attrs: { id: `${id}-hint` } });
  const label = el('label', { text: spec.label, attrs: { for: id } });
  return {
    root: el('div', { class: 'rule' }, label, input, hint),
    input,
    draw(value, problem) {
      if (document.activeElement !== input && input.value !== value) input.value = value;
      input.setAttribute('aria-invalid', String(problem !== null));
      hint.classList.toggle('problem', problem !== null);
      setText(hint, problem ?? (input.value === '' ? spec.hint() : ''));
    },
  };
}

/** The fields of a rule that may be there several times. */
export interface RuleList {
  root: HTMLElement;
  /** `problem.index` counts the strings that are not empty. */
  draw(values: readonly string[], problem: { index: number; message: string } | null): void;
}

const mostFields = 20;

/** A rule that may be there several times: a field for each string, and always one to type into. */
export function ruleList(
  spec: Omit<RuleFieldSpec, 'change'> & { change(values: string[]): void },
): RuleList {
  const fields: { field: RuleField; root: HTMLElement }[] = [];
  let values: string[] = [''];
  const holder = el('div', { class: 'rule-strings' });
  const tell = () => {
    spec.change([...values]);
  };
  const add = button(
    'and …',
    () => {
      values.push('');
      sync();
      fields.at(-1)?.field.input.focus();
      tell();
    },
    { class: 'quiet-button', attrs: { 'aria-label': `${spec.label}: add another` } },
  );
  const root = el('div', { class: 'rule-list' }, holder, add);

  function addField(): void {
    const at = fields.length;
    const first = at === 0;
    const field = ruleField({
      id: first ? spec.id : `${spec.id}-${at + 1}`,
      label: first ? spec.label : 'and',
      hint: first ? spec.hint : () => '',
      change: (value) => {
        values[at] = value;
        tell();
        limit();
      },
    });
    const line = el('div', { class: 'rule-string' }, field.root);
    if (!first) {
      const remove = button(
        'Remove this rule',
        () => {
          values.splice(at, 1);
          sync();
          fields[at - 1]?.field.input.focus();
          tell();
        },
        { class: 'back', icon: icons.close },
      );
      line.append(remove);
    }
    fields.push({ field, root: line });
    holder.append(line);
  }

  function sync(): void {
    while (fields.length < values.length) addField();
    while (fields.length > values.length) fields.pop()?.root.remove();
    fields.forEach(({ field }, at) => {
      field.input.value = values[at] ?? '';
    });
    limit();
  }

  function limit(): void {
    add.disabled = values.at(-1) === '' || values.length >= mostFields;
  }
  sync();

  return {
    root,
    draw(next, problem) {
      const wanted = next.length === 0 ? [''] : next;
      if (JSON.stringify(wanted) !== JSON.stringify(values)) {
        values = [...wanted];
        sync();
      }
      let filled = -1;
      fields.forEach(({ field }, at) => {
        if (values[at] !== '') filled += 1;
        const mine = values[at] !== '' && problem?.index === filled;
        field.draw(values[at] ?? '', mine ? problem.message : null);
      });
    },
  };
}
