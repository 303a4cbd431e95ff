import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { ServedCaption } from './inference/inference';
import type { WorkerUsage } from './inference/job';

/** How full the pool is. */
interface Load {
  readonly waiting: number;
  readonly running: number;
  readonly readyWorkers: number;
}

const STAGE_BUCKETS = [0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

/** What the server counts, for Prometheus; its memory and processor time included. */
export class Metrics {
  private readonly registry = new Registry();
  private readonly requests = new Counter({
    name: 'negar_requests_total',
    help: 'Answered requests by HTTP status and error code; "OK" without an error.',
    labelNames: ['status', 'code'],
    registers: [this.registry],
  });
  private readonly stages = new Histogram({
    name: 'negar_stage_seconds',
    help: 'How long each stage of a caption took.',
    labelNames: ['stage'],
    buckets: STAGE_BUCKETS,
    registers: [this.registry],
  });
  private readonly tensors = new Gauge({
    name: 'negar_worker_tensors',
    help: 'Tensors that a worker thread holds between photos.',
    labelNames: ['thread'],
    registers: [this.registry],
  });

  constructor() {
    collectDefaultMetrics({ register: this.registry });
  }

  /** Content type of `text`. */
  get contentType(): string {
    return this.registry.contentType;
  }

  /** Everything that is counted, in Prometheus's text format. */
  text(): Promise<string> {
    return this.registry.metrics();
  }

  countRequest(status: number, code: string): void {
    this.requests.inc({ status, code });
  }

  countCaption({ timings }: ServedCaption, { thread, tensors }: WorkerUsage): void {
    for (const [stage, milliseconds] of Object.entries(timings)) {
      this.stages.observe({ stage }, milliseconds / 1000);
    }
    this.tensors.set({ thread }, tensors);
  }

  /** Shows how full the pool is whenever the metrics are read. */
  watch(load: Load): void {
    const gauges: [keyof Load, string, string][] = [
      ['waiting', 'negar_queue_depth', 'Photos that wait for a worker thread.'],
      ['running', 'negar_photos_running', 'Photos that a worker thread captions.'],
      ['readyWorkers', 'negar_workers_ready', 'Worker threads with a loaded and warmed model.'],
    ];
    for (const [key, name, help] of gauges) {
      const gauge: Gauge = new Gauge({
        name,
        help,
        registers: [],
        collect: () => gauge.set(load[key]),
      });
      this.registry.registerMetric(gauge);
    }
  }
}
