/** Something that the platform asks of the staff. */
export interface Task {
  product: number;
  kind: 'restock' | 'count';
  /** When somebody can take it up at the earliest, minutes. */
  readyAt: number;
  /** Expected lost sales, cents an hour: the list is ranked by it. */
  urgency: number;
}

/** Tasks of one shop; at most one of a kind for each product. */
export class TaskList {
  private tasks: Task[] = [];

  get size(): number {
    return this.tasks.length;
  }

  /** @returns false when the same is on the list already */
  add(task: Task): boolean {
    if (this.tasks.some(({ product, kind }) => product === task.product && kind === task.kind)) return false;
    this.tasks.push(task);
    return true;
  }

  /** Whatever the staff were to do about a product has become needless. */
  drop(product: number, kind: Task['kind']): void {
    this.tasks = this.tasks.filter((task) => task.product !== product || task.kind !== kind);
  }

  /** Takes the most urgent task that can be done now and in the minutes left; of equals the older one. */
  take(at: number, isAffordable: (task: Task) => boolean): Task | undefined {
    const candidates = this.tasks.filter((task) => task.readyAt <= at && isAffordable(task));
    const first = candidates[0];
    if (first === undefined) return undefined;
    const best = candidates.reduce((most, task) => (task.urgency > most.urgency ? task : most), first);
    this.tasks.splice(this.tasks.indexOf(best), 1);
    return best;
  }
}
