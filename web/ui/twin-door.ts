// The way to the table behind a chart: fetches the dialog when it is first opened.
import { later } from './later.ts';
import type { Refuse } from './later.ts';
import type { Twin, TwinDialog } from './table-twin.ts';

/** `choice`, where there is one, stands over the table and is followed by `refresh`. */
export function twinDoor(
  title: string,
  make: () => Twin | null,
  refuse: Refuse,
  choice?: HTMLElement,
): TwinDialog {
  const fetched = later(() => import('./table-twin.ts'), refuse);
  let dialog: TwinDialog | null = null;
  return {
    open() {
      fetched(({ twinDialog }) => {
        dialog ??= twinDialog(title, make, choice);
        dialog.open();
      });
    },
    refresh() {
      dialog?.refresh();
    },
  };
}
