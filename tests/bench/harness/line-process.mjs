// A program that answers each line of its input with one line.
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

export class LineProcess {
  constructor(command, args) {
    this.waiting = [];
    this.process = spawn(command, args, { stdio: ['pipe', 'pipe', 'inherit'] });
    createInterface({ input: this.process.stdout }).on('line', (line) => {
      this.waiting.shift()?.resolve(line);
    });
    this.process.on('error', (error) => this.fail(error));
    this.process.on('exit', () => this.fail(new Error(`${command} has ended.`)));
    this.process.stdin.on('error', () => undefined);
  }

  fail(error) {
    for (const { reject } of this.waiting.splice(0)) reject(error);
  }

  /**
   * @param {string} line
   * @returns {Promise<string>}
   */
  async ask(line) {
    const text = await new Promise((resolve, reject) => {
      this.waiting.push({ resolve, reject });
      this.process.stdin.write(`${line}\n`);
    });
    if (text.startsWith('error')) throw new Error(`${line.slice(0, 40)}: ${text}`);
    return text;
  }

  close() {
    this.process.stdin.end();
  }
}
