// A Python that has PyTorch, where there is one.
import { spawnSync } from 'node:child_process';

const pythons = [process.env['MAKEMORE_PYTHON'], 'python3', '/usr/bin/python3'];

const runs = (python: string, program: string): boolean =>
  spawnSync(python, ['-c', program]).status === 0;

/** Null where no Python has it. */
export const pythonWithTorch =
  pythons.find((each) => each !== undefined && runs(each, 'import torch')) ?? null;

/** What the program prints; where torch is missing, it is only read for its syntax, and this is null. */
export function runTorchProgram(program: string): string | null {
  const whole = pythonWithTorch !== null;
  const args = whole ? ['-'] : ['-c', 'import ast, sys; ast.parse(sys.stdin.read())'];
  const run = spawnSync(pythonWithTorch ?? 'python3', args, {
    input: program,
    encoding: 'utf8',
    env: { ...process.env, PYTHONIOENCODING: 'utf-8', PYTHONUTF8: '1' },
  });
  if (run.error) throw run.error;
  if (run.status !== 0) throw new Error(run.stderr);
  return whole ? run.stdout : null;
}
