// Node as a place where contenders run, each in a worker of its own.
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';

/** @param {string} site the folder that makeSite made */
export function nodePlace(site) {
  const workers = [];
  return {
    id: 'node',
    version: process.version,
    async start(module, options) {
      const worker = new Worker(join(site, 'worker.js'));
      workers.push(worker);
      const ask = (method, argument) =>
        new Promise((resolve, reject) => {
          const settle = ({ value, error }) => {
            worker.off('error', reject);
            if (error === undefined) resolve(value);
            else reject(new Error(`${module}: ${error}`));
          };
          worker.once('message', settle);
          worker.once('error', reject);
          worker.postMessage({ method, module, argument });
        });
      await ask('prepare', options);
      return ask;
    },
    stop: async () => {
      await Promise.all(workers.splice(0).map((worker) => worker.terminate()));
    },
  };
}
