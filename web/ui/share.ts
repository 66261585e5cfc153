// A link to the page as it is: shown, explained, copied. Whether one's own list goes into it is the
// user's word, each time.
import type { Link } from '../control/actions.ts';
import { copyButton } from './copy.ts';
import { button, el, setText, show } from './dom.ts';
import '../styles/dialogs.css';
import '../styles/share.css';

const listWords: Record<Link['list'], string> = {
  named: 'The list comes with the page.',
  blend:
    'The link says which lists are blended. One of your own stays on your machine: whoever opens the link is asked for it.',
  inside: 'Your list is in the link: whoever has the link can read it.',
  'asked-for':
    'Your list stays on your machine: the link knows it by its SHA-256, and whoever opens it is asked for the file.',
};

let open: (() => Promise<void>) | null = null;

/** `make` is the same each time. */
export function openShareDialog(make: (withList: boolean) => Promise<Link>): void {
  open ??= shareDialog(make);
  void open();
}

/** Returns what opens the dialog. */
function shareDialog(make: (withList: boolean) => Promise<Link>): () => Promise<void> {
  const field = el('input', {
    class: 'numeric',
    attrs: { type: 'text', id: 'link', readonly: '', spellcheck: 'false' },
  });
  const aboutList = el('p', { attrs: { id: 'link-list' } });
  const include = el('input', { attrs: { type: 'checkbox', id: 'link-include' } });
  const choice = el(
    'p',
    { class: 'link-choice' },
    include,
    el('label', { text: 'Put the list into the link', attrs: { for: 'link-include' } }),
  );
  const tooLong = el('p', {
    class: 'quiet',
    text: 'This list is too long to go into a link, which holds about 4,000 letters of it, deflated.',
  });
  const dialog = el('dialog', {
    class: 'paste share',
    attrs: { 'aria-labelledby': 'share-title' },
  });
  dialog.append(
    el('h2', { text: 'A link to all this', attrs: { id: 'share-title' } }),
    el('p', {
      text: 'It holds the settings, the steps taken, the view and the open station. Whoever opens it sees the same numbers.',
    }),
    aboutList,
    choice,
    tooLong,
    el('label', { text: 'Link', attrs: { for: 'link' } }),
    field,
    el(
      'div',
      { class: 'doors' },
      copyButton('Copy link', () => field.value, { class: 'primary' }),
      button('Close', () => {
        dialog.close();
      }),
    ),
  );
  document.body.append(dialog);

  function draw({ url, list }: Link): void {
    field.value = url;
    setText(aboutList, listWords[list]);
  }

  async function open(): Promise<void> {
    const plain = await make(false);
    const own = plain.list === 'asked-for';
    const fits = own && (await make(true)).list === 'inside';
    include.checked = false;
    show(choice, fits);
    show(tooLong, own && !fits);
    draw(plain);
    dialog.showModal();
    field.select();
  }

  include.addEventListener('change', () => {
    void make(include.checked).then((link) => {
      draw(link);
      field.select();
    });
  });
  return open;
}
