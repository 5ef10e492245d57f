import { Injectable } from '@nestjs/common';
import { Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { ClassifyReason } from '../compare-slots/choose-facings.js';
import type { FrameOutcome } from './frame-outcome.js';

export type Step = 'decode' | 'compare' | 'classify' | 'store' | 'whole';

/** Figures of ingestion; names and labels are part of its interface to dashboards and alerts. */
@Injectable()
export class IngestionMetrics {
  private readonly frames: Counter<'outcome'>;
  private readonly refusals: Counter<'code'>;
  private readonly facings: Counter<'reason'>;
  private readonly seconds: Histogram<'step'>;
  private readonly newestFrame: Gauge<'camera'>;
  private readonly newestByCamera = new Map<string, number>();

  constructor(registry: Registry) {
    const registers = [registry];
    this.frames = new Counter({
      name: 'ingestion_frames_total',
      help: 'Frames by what became of them',
      labelNames: ['outcome'],
      registers,
    });
    this.refusals = new Counter({
      name: 'ingestion_frames_refused_total',
      help: 'Frames sent to the dead letters, by code',
      labelNames: ['code'],
      registers,
    });
    this.facings = new Counter({
      name: 'ingestion_facings_total',
      help: 'Facings seen, by why they went to the classifier; "gated" = they did not',
      labelNames: ['reason'],
      registers,
    });
    this.seconds = new Histogram({
      name: 'ingestion_frame_seconds',
      help: 'Time for one frame, by step',
      labelNames: ['step'],
      buckets: [0.002, 0.005, 0.01, 0.02, 0.04, 0.08, 0.15, 0.3, 0.6, 1.2, 2.5, 5],
      registers,
    });
    this.newestFrame = new Gauge({
      name: 'ingestion_newest_frame_age_seconds',
      help: 'Time since the last frame of each camera arrived',
      labelNames: ['camera'],
      registers,
      collect: () =>
        this.newestByCamera.forEach((at, camera) => this.newestFrame.set({ camera }, (Date.now() - at) / 1_000)),
    });
  }

  countFrame(outcome: FrameOutcome): void {
    this.frames.inc({ outcome });
  }

  countRefusal(code: string): void {
    this.refusals.inc({ code });
  }

  countFacings(reasons: Iterable<ClassifyReason>, all: number): void {
    let asked = 0;
    for (const reason of reasons) {
      asked++;
      this.facings.inc({ reason });
    }
    this.facings.inc({ reason: 'gated' }, all - asked);
  }

  noteArrival(camera: string): void {
    this.newestByCamera.set(camera, Date.now());
  }

  async time<T>(step: Step, work: () => T | Promise<T>): Promise<T> {
    const stop = this.seconds.startTimer({ step });
    try {
      return await work();
    } finally {
      stop();
    }
  }
}
