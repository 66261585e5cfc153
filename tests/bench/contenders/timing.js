// How a contender's work is timed, in browsers and Node alike.

/** Long beside the resolution of a browser's clock, short beside what the system takes away now and then. */
const stretchMs = 10;

/**
 * How much is done in a millisecond, in the fastest stretch of at least 10 ms of the next `ms` milliseconds.
 * @param {(units: number) => number} work does so many units of work and says how much was done
 * @param {number} ms
 */
function fastestPace(work, ms) {
    let units = 1;
    let fastest = 0;
    let start = performance.now();
    const end = start + ms;
    while (start < end || fastest === 0) {
        const done = work(units);
        const now = performance.now();
        if (now - start >= stretchMs) fastest = Math.max(fastest, done / (now - start));
        else units *= 2;
        start = now;
    }
    return fastest;
}

/** @param {(steps: number) => void} run */
export const nanosecondsEach = (run, ms) => 1e6 / fastestPace((steps) => (run(steps), steps), ms);

/** @param {() => number} fill makes some names and says how many */
export const namesEachSecond = (fill, ms) => {
    const work = (times) => {
        let names = 0;
        for (let i = 0; i < times; i += 1) names += fill();
        return names;
    };
    return 1e3 * fastestPace(work, ms);
};
