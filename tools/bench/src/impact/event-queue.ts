export interface Timed {
  /** Minutes since the start of the simulation. */
  at: number;
}

interface Entry<T> {
  event: T;
  turn: number;
}

/** Events by time, of equal times the one queued first (binary heap). Plain data inside, so that it can be cloned. */
export class EventQueue<T extends Timed> {
  private readonly heap: Entry<T>[];
  private turns: number;

  constructor(state: { heap: Entry<T>[]; turns: number } = { heap: [], turns: 0 }) {
    this.heap = state.heap;
    this.turns = state.turns;
  }

  push(event: T): void {
    this.turns += 1;
    this.heap.push({ event, turn: this.turns });
    let child = this.heap.length - 1;
    while (child > 0) {
      const parent = (child - 1) >> 1;
      if (!this.isBefore(child, parent)) return;
      this.swap(child, parent);
      child = parent;
    }
  }

  /** The next event before `until`, taken out. */
  pop(until: number): T | undefined {
    const first = this.heap[0];
    if (first === undefined || first.event.at >= until) return undefined;
    const last = this.heap.pop()!;
    if (this.heap.length > 0) {
      this.heap[0] = last;
      this.sink();
    }
    return first.event;
  }

  clone(): EventQueue<T> {
    return new EventQueue<T>(structuredClone({ heap: this.heap, turns: this.turns }));
  }

  private sink(): void {
    for (let parent = 0; ;) {
      const left = 2 * parent + 1;
      const right = left + 1;
      let least = parent;
      if (left < this.heap.length && this.isBefore(left, least)) least = left;
      if (right < this.heap.length && this.isBefore(right, least)) least = right;
      if (least === parent) return;
      this.swap(parent, least);
      parent = least;
    }
  }

  private isBefore(a: number, b: number): boolean {
    const one = this.heap[a]!;
    const other = this.heap[b]!;
    return one.event.at - other.event.at < 0 || (one.event.at === other.event.at && one.turn < other.turn);
  }

  private swap(a: number, b: number): void {
    const one = this.heap[a]!;
    this.heap[a] = this.heap[b]!;
    this.heap[b] = one;
  }
}
