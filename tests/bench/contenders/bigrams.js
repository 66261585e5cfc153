// The bigrams that a table of counts stands for, one by one, as the lecture trains on them.

/**
 * In an order of no pattern (a Fisher-Yates shuffle by a linear congruential generator), the same every time.
 * @returns {{ from: Uint8Array, to: Uint8Array }}
 */
export function expand(size, counts) {
    const n = counts.reduce((sum, count) => sum + count, 0);
    const from = new Uint8Array(n);
    const to = new Uint8Array(n);
    let at = 0;
    counts.forEach((count, cell) => {
        from.fill(Math.floor(cell / size), at, at + count);
        to.fill(cell % size, at, at + count);
        at += count;
    });
    let state = 1;
    for (let i = n - 1; i > 0; i -= 1) {
        state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
        const j = Math.floor((state / 2 ** 32) * (i + 1));
        [from[i], from[j]] = [from[j], from[i]];
        [to[i], to[j]] = [to[j], to[i]];
    }
    return { from, to };
}
