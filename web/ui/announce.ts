// Speaks to screen readers, politely and not too often: the last sentence wins.
import { setText } from './dom.ts';

const quietMs = 300;

/** Speaks through a live region. */
export function announcer(node: HTMLElement): (text: string) => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return (text) => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      setText(node, text);
    }, quietMs);
  };
}
