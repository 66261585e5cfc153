// The limit of reading: the stream of a list, with nothing done to its bytes.
export function prepare({ file }) {
    return {
        measure: async () => {
            const start = performance.now();
            const stream = file.stream().getReader();
            let bytes = 0;
            for (;;) {
                const { done, value } = await stream.read();
                if (done) break;
                bytes += value.length;
            }
            return { seconds: (performance.now() - start) / 1000, bytes };
        },
    };
}
