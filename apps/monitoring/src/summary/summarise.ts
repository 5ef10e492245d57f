import type { CameraSummary, SummaryBody } from '@shelfwatch/contracts';
import type { SlotStatus, StockEventKind } from '@shelfwatch/domain';

interface OpenEvent {
  kind: StockEventKind;
  urgencyCentsPerHour: number;
}

/** Statuses in which a customer finds the product. */
const AVAILABLE: readonly SlotStatus[] = ['stocked', 'low'];

/** The figures at the top of the page. Availability counts only what is observed: a blind camera is neither full nor empty. */
export function summarise(events: readonly OpenEvent[], cameras: readonly CameraSummary[]): SummaryBody {
  const countOf = (kind: StockEventKind): number => events.filter((event) => event.kind === kind).length;
  const seeing = cameras.filter(({ faults }) => faults.length === 0);
  const slots = (of: readonly CameraSummary[], include: (status: SlotStatus) => boolean): number =>
    of.reduce(
      (sum, camera) =>
        sum +
        Object.entries(camera.slots).reduce((all, [status, n]) => all + (include(status as SlotStatus) ? n : 0), 0),
      0,
    );
  const slotsObserved = slots(seeing, (status) => status !== 'unknown');
  return {
    openOutOfStock: countOf('out-of-stock'),
    openLowStock: countOf('low-stock'),
    openMisplaced: countOf('misplaced'),
    lostSalesCentsPerHour: events.reduce((sum, { urgencyCentsPerHour }) => sum + urgencyCentsPerHour, 0),
    camerasTotal: cameras.length,
    camerasBlind: cameras.length - seeing.length,
    slotsTotal: slots(cameras, () => true),
    slotsObserved,
    onShelfAvailability:
      slotsObserved === 0 ? null : slots(seeing, (status) => AVAILABLE.includes(status)) / slotsObserved,
    onShelfAvailabilityFormula:
      'slots that show their product ÷ slots observed now; slots of blind cameras and unknown slots count in neither',
  };
}
