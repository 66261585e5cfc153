// When the worker has died: starts another, brings the list, the settings and the run back, and says
// so. A worker that dies again on the way, or soon after, is not started a third time by itself.
// Loaded when it is needed.
import type { Client } from '../control/client.ts';
import type { Controller } from '../control/controller.ts';
import type { Store } from '../control/store.ts';
import type { Address } from '../links/address.ts';
import type { OnDemand } from '../on-demand.ts';
import { visible } from '../text/visible.ts';
import { button, el, setText, show } from '../ui/dom.ts';
import type { Memory } from './memory.ts';

/** Whoever dies later than this after a recovery has died of something else. */
const soonMs = 30_000;

interface Kit {
  store: Store;
  client: Client;
  controller: Controller;
  address: Address;
  demand: OnDemand;
  memory: () => Promise<Memory>;
  /** The line at the head of the page. */
  line: HTMLElement;
}

/** What was under way when the worker died. */
export interface LastMoment {
  training: boolean;
  /** The title of the list that was being read. */
  reading: string | null;
}

/** What is told of the worker's death. */
export interface Recovery {
  died(reason: string, last: LastMoment): void;
}

/** Stands by with everything that a new worker must be told. */
export function recovery(kit: Kit): Recovery {
  const { store, client, controller, address, demand, memory, line } = kit;
  let recovering = false;
  let recovered = Number.NEGATIVE_INFINITY;

  function restart(): void {
    store.change({ crash: null });
    client.restart();
    controller.sendOptions();
  }

  async function recover(reason: string, { training, reading }: LastMoment): Promise<void> {
    const said = `The part that computes stopped (${reason}) and was started again.`;
    recovering = true;
    demand.say('recovery', `${said} Your list and your run are being brought back.`);
    restart();
    const done = await address.recover();
    if (store.state.crash !== null) return;
    recovering = false;
    recovered = performance.now();
    const lost =
      reading === null ? '' : ` “${visible(reading)}” was being read and was not opened.`;
    const back = done
      ? 'Everything is as it was.'
      : 'The run could not be brought back to its end.';
    demand.say('recovery', `${said} ${back}${lost}`);
    if (done && training) controller.train();
  }

  const words = el('span');
  const tryAgain = button('Try again', () => {
    void recover('twice', { training: false, reading: null });
  });
  const startAfresh = button('Start afresh', () => {
    recovered = Number.NEGATIVE_INFINITY;
    restart();
    void memory().then((it) => it.startAfresh());
  });
  line.replaceChildren(words, el('span', { class: 'doors' }, tryAgain, startAfresh));
  store.onFrame(({ crash }) => {
    show(line, crash !== null);
    if (crash === null) return;
    setText(
      words,
      `The part that computes has stopped and is not started again by itself: ${crash} Reload the page or try again, or start afresh without your list.`,
    );
  });

  return {
    died(reason, last) {
      if (!recovering && performance.now() - recovered > soonMs) {
        void recover(reason, last);
        return;
      }
      recovering = false;
      demand.putAway('recovery');
      store.change({ crash: reason });
    },
  };
}
