import { Command, Option } from 'commander';

/**
 * Starts a program of one of the project's learning tasks: `task.ts train --task topic ...`. The
 * program itself reads the other options.
 */

const PROGRAMS = {
  train: {
    caption: () => import('./caption/train'),
    topic: () => import('./topic/train'),
    tag: () => import('./tag/train'),
    translate: () => import('./translate/train'),
    detect: () => import('./detect/train'),
  },
  release: {
    caption: () => import('./caption/release'),
    topic: () => import('./topic/release'),
    tag: () => import('./tag/release'),
    translate: () => import('./translate/release'),
  },
  evaluate: {
    caption: () => import('./evaluate'),
    topic: () => import('./topic/evaluate'),
    tag: () => import('./tag/evaluate'),
    translate: () => import('./translate/evaluate'),
  },
} satisfies Record<string, Record<string, () => Promise<unknown>>>;

const [program] = process.argv.splice(2, 1) as [keyof typeof PROGRAMS];
const tasks: Record<string, () => Promise<unknown>> = PROGRAMS[program];
const option = taskOption(Object.keys(tasks));
const chosen = new Command(`npm run ${program} --`)
  .addOption(option)
  .allowUnknownOption()
  .allowExcessArguments()
  .helpOption(false)
  .parse()
  .opts<{ task: string }>();
process.argv = withoutTask(process.argv);
await tasks[chosen.task]();

function taskOption(names: string[]): Option {
  return new Option('--task <name>', 'what is learnt').choices(names).default(names[0]);
}

/** The arguments without `--task <name>` and `--task=<name>`. */
function withoutTask(args: readonly string[]): string[] {
  return args.filter((arg, i) => !/^--task(=|$)/.test(arg) && args[i - 1] !== '--task');
}
