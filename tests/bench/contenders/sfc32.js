// C. Doty-Humphrey's sfc32 (PractRand): 32 random bits from integers that JavaScript is quick with. Faster here than
// Math.random, and seeded as the core's generator is.
export class Sfc32 {
    constructor(seed) {
        this.a = 0;
        this.b = 0;
        this.c = seed | 0;
        this.counter = 1;
        for (let i = 0; i < 12; i += 1) this.next();
    }

    /** A signed 32-bit integer. */
    next() {
        const result = (((this.a + this.b) | 0) + this.counter) | 0;
        this.counter = (this.counter + 1) | 0;
        this.a = this.b ^ (this.b >>> 9);
        this.b = (this.c + (this.c << 3)) | 0;
        this.c = (((this.c << 21) | (this.c >>> 11)) + result) | 0;
        return result;
    }
}
