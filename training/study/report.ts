import '@tensorflow/tfjs';
import { Command } from 'commander';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startBackend } from '../backend';
import { currentCommit } from '../commit';
import { writeCard } from '../evaluation/record';
import { writeMemoryArtefact } from './artefact';
import { figuresOf } from './figures';
import { learningPlot, reachPlot, rightAnswersPlot } from './plots';
import { CELLS } from './plan';
import { parseResults } from './results';
import { TASKS } from './tasks';

const { lag, minutes } = new Command('npm run study:report --')
  .description(
    'Draws what npm run study found, writes the figures that the page shows, and the networks that ' +
      'it runs as an artefact.',
  )
  .option('--lag <n>', 'lag of the networks that are shown and whose gradients are drawn', '50')
  .requiredOption('--minutes <n>', 'processor time that the study took, for the record')
  .parse()
  .opts<{ lag: string; minutes: string }>();

const results = parseResults(await readFile(join('runs', 'study', 'results.jsonl'), 'utf8'));
const figures = figuresOf(results);
const adding = results.filter(({ task, seed }) => task === 'adding' && seed === 1);
const shown = adding
  .filter((result) => result.lag === Number(lag))
  .sort((a, b) => CELLS.indexOf(a.cell) - CELLS.indexOf(b.cell));

await mkdir('docs/plots', { recursive: true });
await writeFile('docs/why-lstm.json', `${JSON.stringify({ figures }, null, 2)}\n`);
await writeFile('docs/plots/right-answers.svg', rightAnswersPlot(figures));
await writeFile('docs/plots/learning.svg', learningPlot(adding, TASKS.adding.forgetful));
await writeFile('docs/plots/gradients.svg', reachPlot(shown));

await startBackend('wasm');
const folder = 'public/models/memory-adding';
await writeMemoryArtefact(folder, shown, { minutes: Number(minutes), commit: currentCommit() });
await writeCard(folder);

for (const { task, cell, lag: over, right, loss, solvedAt } of figures) {
  console.log(
    `| ${task} | ${over} | ${cell} | ${(100 * right).toFixed(1)} | ${loss.toFixed(4)} | ${solvedAt ?? '-'} |`,
  );
}
