import { Command } from 'commander';
import { writeCard } from './evaluation/record';

const program = new Command('npm run card --')
  .description('Writes the model cards of artefacts from their manifests and recorded reports.')
  .requiredOption('--model <folders...>', 'folders of artefacts')
  .parse();

for (const folder of program.opts<{ model: string[] }>().model) await writeCard(folder);
