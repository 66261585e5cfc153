// Adds up the JUnit reports of the suites that scripts/test ran; its last line is the total.
//
//   node scripts/lib/tally.mjs REPORTS SUITE:STATUS:SECONDS...

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const [reports = '', ...outcomes] = process.argv.slice(2);
const total = { passed: 0, failed: 0 };

/** The name of a test, out of the XML behind `<testcase`. */
function nameOf(test) {
  const name = /\sname="([^"]*)"/.exec(test)?.[1] ?? '(nameless)';
  const characters = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };
  return name.replace(/&(lt|gt|quot|apos|amp);/g, (_, entity) => characters[entity]);
}

for (const outcome of outcomes) {
  const [suite = '', status = '', seconds = ''] = outcome.split(':');
  const counts = { passed: 0, failed: 0, skipped: 0 };
  const losers = [];
  const path = join(reports, `${suite}.xml`);
  const report = existsSync(path) ? readFileSync(path, 'utf8') : '';
  for (const test of report.split('<testcase').slice(1)) {
    if (/<skipped|status="(notrun|disabled)"/.test(test)) counts.skipped += 1;
    else if (/<failure|<error|status="fail"/.test(test)) counts.failed += 1;
    else {
      counts.passed += 1;
      continue;
    }
    losers.push(nameOf(test));
  }

  const notes = [];
  const ran = counts.passed + counts.failed + counts.skipped;
  if (counts.skipped > 0) notes.push(`${counts.skipped} skipped, which counts as failed`);
  if (ran === 0) notes.push('no test ran, which counts as one failed');
  else if (status !== '0' && counts.failed === 0)
    notes.push(`ended with status ${status} although no test failed, which counts as one failed`);
  const failed =
    counts.failed + counts.skipped + (ran === 0 || (status !== '0' && counts.failed === 0) ? 1 : 0);

  total.passed += counts.passed;
  total.failed += failed;
  const line = [`${counts.passed} passed`, `${failed} failed`, ...notes].join(', ');
  console.log(`${suite.padEnd(9)} ${seconds.padStart(4)} s  ${line}`);
  for (const name of losers) console.log(`              ${name}`);
}

console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1;
