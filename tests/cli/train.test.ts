import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { failure, file, json, output, path, smallList } from './command.ts';
import type { TrainReport } from './reports.ts';

const list = file('list.txt', smallList);

test('prints one object with every field', () => {
  const train = json<TrainReport>(['train', list]);
  expect(Object.keys(train)).toEqual([
    'steps',
    'initial_loss',
    'loss',
    'data_loss',
    'count_loss',
    'weights_fnv1a',
  ]);
  expect(train.steps).toBe(100);
  expect(train.loss).toBeLessThan(train.initial_loss);
  expect(train.data_loss).toBeLessThan(train.loss);
  expect(train.data_loss).toBeGreaterThan(train.count_loss);
  expect(train.count_loss).toBe(json<{ loss: number }>(['count', list]).loss);
  expect(train.weights_fnv1a).toMatch(/^[0-9a-f]{16}$/u);
});

test('no step leaves the first weights', () => {
  const train = json<TrainReport>(['train', list, '--steps', '0']);
  expect(train.steps).toBe(0);
  expect(train.loss).toBe(train.initial_loss);
});

test('says the same twice, and something else under another seed or setting', () => {
  const prints = [
    [],
    ['--seed', '1'],
    ['--steps', '99'],
    ['--learning-rate', '49'],
    ['--l2', '0'],
  ].map((options) => json<TrainReport>(['train', list, ...options]).weights_fnv1a);
  expect(new Set(prints).size).toBe(prints.length);
  expect(json<TrainReport>(['train', list]).weights_fnv1a).toBe(prints[0]);
});

test('the defaults are those of the lecture', () => {
  const explicit = ['--steps', '100', '--learning-rate', '50', '--l2', '0.01'];
  expect(json(['train', list, ...explicit, '--seed', '2147483647'])).toEqual(json(['train', list]));
});

test('without L2 the loss is the data loss', () => {
  const train = json<TrainReport>(['train', list, '--l2', '0']);
  expect(train.loss).toBe(train.data_loss);
});

test('reads standard input', () => {
  expect(json(['train', '-'], smallList)).toEqual(json(['train', list]));
});

test('writes the losses of every step', () => {
  const losses = path('losses.csv');
  const train = json<TrainReport>(['train', list, '--steps', '150', '--losses', losses]);
  const rows = readFileSync(losses, 'utf8').split('\n');
  expect(rows.shift()).toBe('step,loss,data_loss');
  expect(rows.pop()).toBe('');
  expect(rows).toHaveLength(151);
  const cells = rows.map((row) => row.split(',').map(Number));
  expect(cells.map(([step]) => step)).toEqual(rows.map((_, index) => index));
  expect(cells[0]?.[1]).toBe(train.initial_loss);
  expect(cells[150]).toEqual([150, train.loss, train.data_loss]);
  const shorter = json<TrainReport>(['train', list, '--steps', '70']);
  expect(cells[70]).toEqual([70, shorter.loss, shorter.data_loss]);
});

test('prints a report for people', () => {
  const model = path('people.json');
  const text = output(['train', list, '--steps', '1000', '--seed', '7', '--save', model]);
  const train = json<TrainReport>(['train', list, '--steps', '1000', '--seed', '7']);
  expect(text).toContain('1,000 steps, learning rate 50, L2 0.01, seed 7\n');
  expect(text).toContain(`initial loss  ${train.initial_loss}  `);
  expect(text).toContain(`\nloss          ${train.loss}  `);
  expect(text).toContain(`data loss     ${train.data_loss}  `);
  expect(text).toContain(`count loss    ${train.count_loss}  `);
  expect(text).toContain(`gap           ${train.data_loss - train.count_loss}  `);
  expect(text).toContain(train.weights_fnv1a);
  expect(text).toContain(model);
});

test('training that explodes fails in one line and writes nothing', () => {
  const losses = path('exploded.csv');
  const model = path('exploded.json');
  const options = ['--learning-rate', '1e38', '--losses', losses, '--save', model];
  expect(failure(1, ['train', list, ...options])).toMatch(/step \d+/u);
  expect(existsSync(losses)).toBe(false);
  expect(existsSync(model)).toBe(false);
});

test('refuses a model file', () => {
  const model = path('model.json');
  output(['train', list, '--save', model]);
  expect(failure(1, ['train', model])).toContain('model file');
  expect(failure(1, ['count', model])).toContain('model file');
});
