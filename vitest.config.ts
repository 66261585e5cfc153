// The TypeScript tests, one project per suite of scripts/test.
import { defineConfig } from 'vitest/config';

function suite(name: string, timeout: number, parallel = true) {
  return {
    test: {
      name,
      include: [`tests/${name}/**/*.test.ts`],
      testTimeout: timeout,
      hookTimeout: timeout,
      fileParallelism: parallel,
    },
  };
}

export default defineConfig({
  test: {
    projects: [
      suite('web', 10_000),
      suite('cli', 60_000),
      suite('identity', 60_000),
      suite('bridge', 60_000),
      suite('bench', 60_000),
      // One browser at a time: frame rates and timings are what some of these are about.
      suite('page', 180_000, false),
    ],
  },
});
