// Gives the event loop a turn, so that waiting messages are heard. A timer would be throttled in a
// hidden tab; a message is not. (A stream that always has data ready gives no turn by itself.)

const channel = new MessageChannel();
const waiting: (() => void)[] = [];
channel.port1.onmessage = () => waiting.shift()?.();

/** Resolves when the messages that wait have been heard. */
export function breathe(): Promise<void> {
  return new Promise((resolve) => {
    waiting.push(resolve);
    channel.port2.postMessage(null);
  });
}
