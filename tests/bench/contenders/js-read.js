// What the core reports of a list, by a plain JavaScript loop over the same stream: decoded by TextDecoder, split into
// lines, a Set of the distinct names, pairs of characters counted in a typed array.

/** About as many as the core's set holds; a Set could hold 2^24. */
const mostDistinct = 1_000_000;
const longestName = 1000;
// Controls that are not white space.
const control = /[\0-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]/;

class ListCounter {
    constructor() {
        this.distinct = new Set();
        this.tokens = new Map();
        this.tokenOfUnit = new Int32Array(0x10000).fill(-1);
        this.stride = 64;
        this.pairs = new Float64Array(this.stride * this.stride);
        this.lengths = new Float64Array(longestName + 1);
        this.names = 0;
        this.blankLines = 0;
        this.controlLines = 0;
        this.shortest = Infinity;
        this.longest = 0;
        this.shortestName = '';
        this.longestName = '';
    }

    newToken(character) {
        const known = this.tokens.get(character);
        if (known !== undefined) return known;
        const token = this.tokens.size + 1;
        this.tokens.set(character, token);
        if (character.length === 1) this.tokenOfUnit[character.charCodeAt(0)] = token;
        if (token === this.stride) this.grow();
        return token;
    }

    grow() {
        const wider = this.stride * 2;
        const pairs = new Float64Array(wider * wider);
        for (let row = 0; row < this.stride; row += 1) {
            pairs.set(this.pairs.subarray(row * this.stride, (row + 1) * this.stride), row * wider);
        }
        this.pairs = pairs;
        this.stride = wider;
    }

    /** Whole lines, with the end of the last one where it has any. */
    take(text) {
        if (/^[\n!-~]*$/.test(text)) {
            const lines = text.split('\n');
            const last = lines.pop();
            for (const line of lines) this.name(line);
            if (last !== '') this.name(last);
            return;
        }
        const composed = /[\u0300-\uffff]/.test(text) ? text.normalize('NFC') : text;
        const lines = composed.split(/\r\n?|\n/);
        if (lines.at(-1) === '') lines.pop();
        for (const line of lines) {
            if (control.test(line)) this.controlLines += 1;
            else this.name(line.trim());
        }
    }

    name(name) {
        if (name === '') {
            this.blankLines += 1;
            return;
        }
        this.names += 1;
        if (this.distinct.size < mostDistinct) this.distinct.add(name);
        let context = 0;
        let length = 0;
        for (let i = 0; i < name.length; i += 1) {
            let token = this.tokenOfUnit[name.charCodeAt(i)];
            if (token < 0) {
                const character = String.fromCodePoint(name.codePointAt(i));
                token = this.newToken(character);
                i += character.length - 1;
            }
            this.pairs[context * this.stride + token] += 1;
            context = token;
            length += 1;
        }
        this.pairs[context * this.stride] += 1;
        if (length > longestName) throw new Error('A name is too long.');
        this.lengths[length] += 1;
        if (length > this.longest) {
            this.longest = length;
            this.longestName = name;
        }
        if (length < this.shortest) {
            this.shortest = length;
            this.shortestName = name;
        }
    }

    /** By code point, as the core numbers them. */
    found() {
        const codePoint = (character) => character.codePointAt(0);
        const characters = [...this.tokens.keys()].sort((a, b) => codePoint(a) - codePoint(b));
        const tokens = [0, ...characters.map((character) => this.tokens.get(character))];
        const { names, blankLines, controlLines, shortestName, longestName } = this;
        return {
            names,
            distinctNames: this.distinct.size,
            blankLines,
            controlLines,
            shortestName,
            longestName,
            lengths: Array.from(this.lengths),
            alphabet: ['.', ...characters],
            counts: tokens.flatMap((row) =>
                tokens.map((column) => this.pairs[row * this.stride + column]),
            ),
        };
    }
}

async function read(file) {
    const counter = new ListCounter();
    const decoder = new TextDecoder('utf-8', { fatal: true });
    const stream = file.stream().getReader();
    let rest = '';
    for (;;) {
        const { done, value } = await stream.read();
        if (done) break;
        const text = rest + decoder.decode(value, { stream: true });
        const end = text.lastIndexOf('\n') + 1;
        if (end > 0) counter.take(text.slice(0, end));
        rest = text.slice(end);
    }
    rest += decoder.decode();
    if (rest !== '') counter.take(rest);
    return counter.found();
}

export function prepare({ file }) {
    return {
        found: () => read(file),
        measure: async () => {
            const start = performance.now();
            const { names } = await read(file);
            return { seconds: (performance.now() - start) / 1000, names };
        },
    };
}
