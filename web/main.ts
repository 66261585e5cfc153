// Puts the page together: state, worker, panels, and the few things that belong to the window.
import './supported.ts';
import type { Actions } from './control/actions.ts';
import { startClient } from './control/client.ts';
import { createController, namesShown } from './control/controller.ts';
import { Store } from './control/store.ts';
import { here, placeKey, placeOfTab, stored } from './keeping/place.ts';
import { lessonGate } from './lesson/gate.ts';
import { firstList } from './lists/source.ts';
import type { Reply } from './messages/protocol.ts';
import { onDemand, once } from './on-demand.ts';
import type { Panel } from './panel.ts';
import { dataPanel } from './panels/data.ts';
import { lossPanel } from './panels/loss.ts';
import { namesPanel } from './panels/names.ts';
import { tablesPanel } from './panels/tables.ts';
import { trainPanel } from './panels/train.ts';
import { initialState } from './state/state.ts';
import type { State } from './state/state.ts';
import { studioGate } from './studio/gate.ts';
import { count, loss } from './text/format.ts';
import { visible } from './text/visible.ts';
import { announcer } from './ui/announce.ts';
import { byId, setText, show } from './ui/dom.ts';
import { acceptDrops } from './ui/drop.ts';
import { later } from './ui/later.ts';
import { acceptPastes } from './ui/paste.ts';
import { onSpace } from './ui/shortcuts.ts';
import { tabs } from './ui/tabs.ts';
import { themeSwitch } from './ui/theme.ts';

/** Where motion is unwelcome, training shows a state now and then. */
const calmFrameMs = 500;

const store = new Store(initialState);
let namesCame: () => void = () => undefined;
function sayNames({ names, failure, crash }: State): void {
  if (names !== null || failure !== null || crash !== null) namesCame();
}
/** Names are on the screen, or it is said there why not: now comes what training and sampling do without. */
const firstNames = new Promise<void>((resolve) => {
  namesCame = resolve;
});
const hear = (reply: Reply) => {
  if (reply.kind === 'crashed') died(reply.message);
  controller.hear(reply);
  if (document.hidden) drawHidden(store.state);
};
const client = startClient(hear);
const controller = createController(store, client);
/** What the page inside somebody else's shows; null for a page of its own. */
const embedded = new URLSearchParams(location.search).get('embed');
let showEmbedded: (station: string | null) => void = () => undefined;
const announce = announcer(byId('announcer'));
const demand = onDemand(announce);
const address = once(async () =>
  (await import('./links/address.ts')).keepAddress(store, controller, demand, embedded === null),
);
const memory = once(async () => {
  const [it, { memory }] = await Promise.all([address(), import('./keeping/memory.ts')]);
  return memory({ store, controller, address: it, demand });
});
const recovery = once(async () => {
  const line = byId('crash');
  const [it, { recovery }] = await Promise.all([address(), import('./keeping/recovery.ts')]);
  return recovery({ store, client, controller, address: it, demand, memory, line });
});
/** Reading in another way is undone by going back to the place before it. */
async function readAnew(read: () => Promise<boolean>): Promise<void> {
  const it = await address().catch(() => null);
  const before = it?.place()?.text ?? null;
  if (await read()) store.change({ before });
}
const link = async (withList: boolean) => (await address()).link(withList);
const actions: Actions = {
  ...controller,
  link,
  reread: (reading) => void readAnew(() => controller.reread(reading)),
  readAsWindows1252: () => void readAnew(() => controller.retry()),
  undoReading: () => {
    const { before } = store.state;
    if (before !== null) void address().then((it) => it.open(before));
  },
};

const plainTitle = document.title;
function drawTitle({ run }: State): void {
  const working = document.hidden && run?.training === true;
  document.title = working ? `${loss(run.loss)} at step ${count(run.step)} · makemore` : plainTitle;
}
/** There are no frames in a tab that is not seen. */
function drawHidden(state: State): void {
  drawTitle(state);
  sayNames(state);
}
document.addEventListener('visibilitychange', () => {
  drawTitle(store.state);
});

const lists = {
  file: (file: File) => {
    controller.loadFile(file);
  },
  text: (text: string) => {
    controller.loadText(text, 'Pasted list');
  },
  refuse: (message: string) => {
    controller.refuse('', message);
  },
};
acceptDrops(lists);

/** Between two panels the browser may answer whoever touches the page while it is set up. */
const breath = () => new Promise((resolve) => setTimeout(resolve));

const pasting = later(() => import('./ui/paste-dialog.ts'), actions.refuse);
const sharing = later(() => import('./ui/share.ts'), actions.refuse);
const lossView = lossPanel(byId('loss'), actions);
await breath();
const tables = tablesPanel(byId('tables'), actions);
const lesson = lessonGate(byId('lesson'), byId('to-lesson'), { actions, announce });
const openPaste = () => {
  pasting(({ openPasteDialog }) => {
    openPasteDialog(lists);
  });
};
const studio = studioGate(byId('studio'), {
  actions,
  announce,
  openPaste,
  storage: demand.storage,
  listFile: () => controller.lists.namesFile(),
  ownLists: () => controller.lists.met,
});
const parts = tabs(actions);
await breath();
const data = dataPanel(byId('data'), actions, openPaste);
const train = trainPanel(byId('train'), actions);
await breath();
const names = namesPanel(byId('names'), actions, namesShown);
const panels: Panel[] = [data, train, tables, lossView, names, lesson];
/** Failures stand on a slip; where even that cannot be fetched, at the head of the page. */
let notice: Panel = { draw: () => undefined };
void firstNames.then(() =>
  import('./rest.ts').then(
    ({ restOfLab }) => {
      const rest = restOfLab(actions, announce, () => {
        controller.dismissFailure();
      });
      panels.push(...rest.panels);
      ({ notice } = rest);
      store.change({});
    },
    () => {
      const missing = 'A part of the page could not be fetched. Reload it when you are connected.';
      notice = {
        draw({ failure }) {
          atHead(failure === null ? missing : `${failure.message} ${missing}`);
        },
      };
      store.change({});
    },
  ),
);
const offers = once(async () => {
  (await import('./report/offers.ts')).offers(store, actions, demand);
});
byId('share').addEventListener('click', () => {
  sharing(({ openShareDialog }) => {
    openShareDialog(link);
  });
});
themeSwitch(byId('theme'), () => {
  for (const panel of panels) panel.restyle?.();
});
// Inside another page, keys that are not for a control are the other page's.
if (embedded === null) {
  acceptPastes(lists);
  onSpace(() => {
    if (store.state.view.tab !== 'lab') return;
    if (store.state.run?.training === true) controller.pause();
    else controller.train();
  });
} else {
  showEmbedded = (await import('./embed.ts')).embedding(embedded);
  showEmbedded(new URLSearchParams(here()).get('station'));
}

const calm = matchMedia('(prefers-reduced-motion: reduce)');
let heardOf = 0;
/** Tells the worker that its progress is on the screen, so that the next may come. */
function acknowledge({ run }: State): void {
  if (run === null || run.sequence === heardOf) return;
  heardOf = run.sequence;
  const drawn = () => client.send({ kind: 'drawn', sequence: run.sequence });
  if (calm.matches && run.training) setTimeout(drawn, calmFrameMs);
  else drawn();
}

let said: { training: boolean; list: State['list'] } = { training: false, list: null };
function speak({ run, list }: State): void {
  const training = run?.training ?? false;
  if (list !== null && list !== said.list) {
    announce(
      `${visible(list.title)}: ${count(list.report.names)} names, ${list.alphabet.length} tokens.`,
    );
  } else if (run !== null && training !== said.training) {
    const place = `step ${count(run.step)}, loss ${loss(run.loss)}`;
    announce(training ? 'Training.' : `Paused at ${place}.`);
  }
  said = { training, list };
}

store.onFrame((state) => {
  // Inside another page only the lab's panels are shown.
  parts.draw(embedded === null ? state.view.tab : 'lab');
  if (embedded !== null && state.list !== null) showEmbedded(state.station);
  // What is not seen is not drawn.
  if (embedded !== null || state.view.tab === 'lab') for (const panel of panels) panel.draw(state);
  if (embedded === null) studio.draw(state);
  const own = state.origin?.from !== 'named' && state.origin?.from !== 'blend';
  if (embedded === null && state.list !== null && own) offers().catch(() => undefined);
  notice.draw(state);
  sayNames(state);
  speak(state);
  acknowledge(state);
});
delete byId('bench').dataset['empty'];

function atHead(sentence: string): void {
  const line = byId('crash');
  setText(line, sentence);
  show(line, true);
}

/** The worker cannot go on: what brings it all back is fetched when that has happened. */
function died(reason: string): void {
  const { run, loading } = store.state;
  const last = { training: run?.training ?? false, reading: loading?.title ?? null };
  recovery().then(
    (it) => it.died(reason, last),
    () => {
      atHead(`The part that computes has stopped: ${reason} Reload the page.`);
    },
  );
}

async function openFirst(): Promise<void> {
  const link = placeOfTab() ?? here();
  const kept = embedded === null && link === '' ? stored(placeKey) : null;
  // Whoever comes for names need not see the lab while the list is fetched.
  if (new URLSearchParams(kept ?? link).get('tab') === 'names') actions.setView({ tab: 'names' });
  const plain = () => controller.loadNamed(firstList.name);
  if (kept !== null) await memory().then((it) => it.openLast(), plain);
  else if (link !== '') await address().then((it) => it.open(link), plain);
  else await plain();
  await firstNames;
  if (embedded === null) {
    demand.goOffline((file) => {
      controller.loadFile(file);
    });
  }
  const it = await address().catch(() => null);
  // A link may have been followed before anybody listened.
  if (kept === null && link === '' && here() !== '') await it?.open(here());
  if (embedded === null) memory().catch(() => undefined);
}
void openFirst();
