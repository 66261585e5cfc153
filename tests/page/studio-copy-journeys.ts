// What is copied, run: the command in a terminal and the program with PyTorch print the names on the
// screen, for every kind of list and model.
import { expect, test } from 'vitest';
import { runTorchProgram } from '../cli/torch.ts';
import type { Stage } from './stage.ts';
import * as studio from './studio.ts';
import { openTerminal } from './terminal.ts';
import * as bench from './workbench.ts';

const screens: readonly (readonly [what: string, hash: string])[] = [
  ['no rules, repeats and names of the list', '#tab=names&listed=1&repeats=1'],
  ['as the studio opens', '#tab=names'],
  [
    'every rule, smoothed, tempered, A to Z',
    '#seed=7&smoothing=0.5&tab=names&temperature=0.8&starts=m&ends=a&contains=r&without=z&min=4&max=9&many=30&by=alphabet',
  ],
  ['accents', '#list=french-names&tab=names&contains=%C3%A9&max=8&by=length'],
  ['Greek', '#list=greek-names&tab=names&ends=%CE%BF%CF%82&by=probability'],
  ['kana', '#list=hiragana-names&sampler=race&tab=names&starts=%E3%81%82&max=4'],
  ['a network', '#list=stars&step=25&tab=names&model=learned&starts=A&max=9'],
  ['a blend', '#blend=1*elements&blend=3*stars&tab=names&listed=1&starts=s'],
  ['counts without names', '#list=lecture&tab=names&starts=ka&max=6'],
];

export function studioCopyJourneys(stage: Stage): void {
  for (const [what, hash] of screens) {
    test(`the copied command and program print the names on the screen: ${what}`, async () => {
      const { page } = stage;
      await studio.openStudio(stage, hash);
      await studio.untilSettled(page);
      const shown = await studio.names(page);
      const terminal = openTerminal();
      const command = await studio.copied(page, '#copy-cli', 'The command');
      const said = await bench.text(page, '#save-said');
      // What it reads is what the page saves.
      const door = said.includes('the model first') ? '#save-model' : '#save-list';
      const file = await studio.saved(page, door);
      expect(said).toContain(`It reads ${file.name}`);
      terminal.save(file.name, file.bytes);
      expect(terminal.run(command)).toEqual(shown);
      const program = await studio.copied(page, '#copy-torch', 'The program');
      expect(await bench.text(page, '#save-said')).not.toContain('leaves out');
      const printed = runTorchProgram(program);
      if (printed !== null) expect(printed.replace(/\n$/, '').split('\n')).toEqual(shown);
      bench.expectClean(page, stage.site.url);
    });
  }
}
