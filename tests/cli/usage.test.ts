import { describe, expect, test } from 'vitest';
import { readFileSync } from 'node:fs';
import { failure, file, output, path, smallList } from './command.ts';

const list = file('list.txt', smallList);
const commands = ['count', 'train', 'sample', 'score'];

test('--version is the version that CMake knows', () => {
  const cmake = readFileSync(new URL('../../CMakeLists.txt', import.meta.url), 'utf8');
  const version = /project\(makemore VERSION ([\d.]+)/u.exec(cmake)?.[1];
  expect(output(['--version'])).toBe(`makemore ${version}\n`);
});

describe('--help', () => {
  test('names every command and shows an example', () => {
    for (const flag of ['--help', '-h']) {
      const text = output([flag]);
      expect(text).toMatch(/^Example:\n {2}makemore /mu);
      for (const command of commands) {
        expect(text).toMatch(new RegExp(`^ +${command} `, 'mu'));
      }
    }
  });

  test.each(commands)('of %s shows its usage and an example, and fits a terminal', (command) => {
    const text = output([command, '--help']);
    expect(text).toContain(`makemore ${command} [OPTIONS] FILE`);
    expect(text).toMatch(new RegExp(`^Examples?:\n {2}makemore ${command} `, 'mu'));
    expect(text).toContain('--json');
    for (const line of text.split('\n')) {
      expect(line.length).toBeLessThanOrEqual(100);
    }
  });

  test('tells the defaults', () => {
    const text = output(['sample', '--help']);
    for (const [option, value] of Object.entries({
      '--model': '[counts]',
      '--steps': '[100]',
      '--learning-rate': '[50]',
      '--l2': '[0.01]',
      '--smoothing': '[0]',
      '--seed': '[2147483647]',
      '--count': '[5]',
      '--sampler': '[cdf]',
    })) {
      const rest = text.slice(text.indexOf(`  ${option} `));
      expect(rest.slice(0, rest.search(/\n {2}-/u)), option).toContain(value);
    }
  });
});

describe('a mistake on the command line', () => {
  const cases: [string, string[], string][] = [
    ['no command', [], 'a command is needed'],
    ['an unknown command', ['mumble'], '"mumble"'],
    ['an unknown option before the command', ['--mumble', 'count', list], '--mumble'],
    ['an unknown option', ['count', list, '--mumble'], '--mumble'],
    ["another command's option", ['count', list, '--steps', '3'], '--steps'],
    ['--sampler where nothing is drawn', ['score', list, 'ava', '--sampler', 'cdf'], '--sampler'],
    ['no file', ['count'], 'FILE'],
    ['two files', ['count', list, list], 'one too many'],
    ['no word', ['score', list], 'WORD'],
    ['an option without its value', ['train', list, '--steps'], '--steps'],
    ['an option twice', ['train', list, '--steps', '1', '--steps', '2'], '--steps'],
    ['a value for --json', ['count', list, '--json=no'], 'json'],
    ['training options for counts', ['sample', list, '--steps', '3'], '--steps'],
    ['a training seed for counts', ['score', list, 'ava', '--seed', '3'], '--seed'],
    ['--save for counts', ['sample', list, '--save', path('no.json')], '--save'],
    ['smoothing for a network', ['sample', list, '--model', 'neural', '--smoothing', '1'], '--sm'],
    ['one file for two', ['train', list, '--save', path('x'), '--losses', path('x')], '--losses'],
    ['- to be written', ['train', list, '--save', '-'], '--save'],
  ];
  test.each(cases)('%s', (_, args, message) => {
    expect(failure(2, args)).toContain(message);
  });

  const values: [string, string, string[]][] = [
    ['train', '--steps', ['-1', '1.5', '1e3', '0x10', 'ten', '', ' 1', '18446744073709551616']],
    ['train', '--seed', ['-1', '1.5', 'x', '', '99999999999999999999']],
    ['train', '--learning-rate', ['-1', 'nan', 'inf', '1e999', '0x1', '1,5', '', '1x', '+']],
    ['train', '--l2', ['-0.1', 'nan', 'inf', '1e39', '']],
    ['count', '--smoothing', ['-1', 'nan', 'inf', '-inf', 'one', '']],
    ['sample', '--smoothing', ['-1', 'nan']],
    ['sample', '--count', ['0', '-5', '2.5', 'many']],
    ['sample', '--sampler', ['CDF', 'gumbel', '']],
    ['sample', '--model', ['count', 'Neural', '']],
  ];
  const refused = values.flatMap(([command, option, texts]) =>
    texts.map((text): [string, string, string] => [command, option, text]),
  );
  test.each(refused)('%s %s %j', (command, option, text) => {
    const message = failure(2, [command, list, option, text]);
    expect(message).toContain(`${option}: `);
    expect(message).toContain(`not "${text}"`);
  });
});

test('numbers are decimal, whatever they begin with', () => {
  expect(output(['sample', list, '--count', '010'])).toBe(
    output(['sample', list, '--count', '10']),
  );
  expect(output(['train', list, '--l2', '.5', '--json'])).toBe(
    output(['train', list, '--l2', '5e-1', '--json']),
  );
});
