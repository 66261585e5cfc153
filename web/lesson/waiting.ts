// Who still waits for an answer, so that whoever needs them all can wait as well.

/** The questions that are still open. */
export class Waiting {
  private readonly open = new Set<object>();
  private readonly told: (() => void)[] = [];

  add(who: object): void {
    this.open.add(who);
  }

  delete(who: object): void {
    this.open.delete(who);
    if (this.open.size > 0) return;
    for (const tell of this.told.splice(0)) tell();
  }

  /** Fulfilled when nobody waits. */
  idle(): Promise<void> {
    return this.open.size === 0
      ? Promise.resolve()
      : new Promise((resolve) => this.told.push(resolve));
  }
}
