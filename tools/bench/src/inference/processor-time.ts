import type { InferenceService } from './inference-service.js';

/** Milliseconds of processor time for one image; other programs on the machine change it far less than they change speeds. */
export interface ProcessorTime {
  bare: number;
  service: number;
  loadGenerator: number;
}

/** Adds up what bare runtime, service and load generator use of the processor, all threads together. */
export class ProcessorMeter {
  private readonly used = {
    bare: { seconds: 0, images: 0 },
    service: { seconds: 0, images: 0 },
    loadGenerator: { seconds: 0, images: 0 },
  };

  constructor(private readonly service: InferenceService) {}

  /** @param measure works for `ms` milliseconds and gives back images a second */
  async bare(ms: number, measure: (ms: number) => Promise<number>): Promise<number> {
    const [before, started] = [process.cpuUsage(), performance.now()];
    const speed = await measure(ms);
    this.add('bare', secondsSince(before), (speed * (performance.now() - started)) / 1_000);
    return speed;
  }

  /** @param load puts the service under load, and knows how many images were answered in all */
  async load<T extends { images: number }>(load: () => Promise<T>): Promise<T> {
    const [before, own] = [await this.service.processorSeconds(), process.cpuUsage()];
    const result = await load();
    this.add('loadGenerator', secondsSince(own), result.images);
    this.add('service', (await this.service.processorSeconds()) - before, result.images);
    return result;
  }

  /** Of all that was measured. */
  msPerImage(): Record<keyof ProcessorTime, number> {
    const ms = (name: keyof ProcessorTime): number => (this.used[name].seconds / this.used[name].images) * 1_000;
    return { bare: ms('bare'), service: ms('service'), loadGenerator: ms('loadGenerator') };
  }

  private add(name: keyof ProcessorTime, seconds: number, images: number): void {
    this.used[name].seconds += seconds;
    this.used[name].images += images;
  }
}

function secondsSince(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}
