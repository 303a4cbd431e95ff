import { FixedQueue, queueOptionsSymbol, type TaskQueue } from 'piscina';

type Task = Parameters<TaskQueue['push']>[0];

/** Marks work that waits for as long as there is other work. */
export const IN_THE_BACKGROUND = { [queueOptionsSymbol]: { background: true } };

/** What waits for a thread: first whatever a person waits for, then what runs in the background. */
export class TwoQueues implements TaskQueue {
  private readonly urgent = new FixedQueue();
  private readonly background = new FixedQueue();

  get size(): number {
    return this.urgent.size + this.background.size;
  }

  push(task: Task): void {
    this.queueOf(task).push(task);
  }

  shift(): Task | null {
    return this.urgent.shift() ?? this.background.shift();
  }

  remove(task: Task): void {
    this.queueOf(task).remove(task);
  }

  private queueOf(task: Task): FixedQueue {
    return task[queueOptionsSymbol] ? this.background : this.urgent;
  }
}
