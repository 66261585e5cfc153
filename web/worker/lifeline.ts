// A lock held as long as this worker lives. A worker that the browser ends cannot say so; but its lock
// comes free, and the page waits for that (control/client.ts).

/** Says when the lock is held; never, where the browser has no locks (a page without TLS). */
export function holdLifeline(held: () => void): void {
  const { locks } = navigator as { locks?: LockManager };
  locks
    ?.request(self.name, () => {
      held();
      return new Promise<never>(() => undefined);
    })
    .catch(() => undefined);
}
