'use client';
import { formatMoney } from '../../text/format-money';
import { formatPercent } from '../../text/format-percent';
import { plural } from '../../text/plural';
import { SummaryTile } from './summary-tile';
import classes from './summary-tiles.module.css';
import { useSummary } from './use-summary';

/** The state of the shop in five figures. */
export function SummaryTiles() {
  const { data } = useSummary();
  const availability = data?.onShelfAvailability ?? null;
  const seen = data === undefined ? null : `${data.slotsObserved} of ${plural(data.slotsTotal, 'slot')} observed`;
  return (
    <section className={classes.tiles} aria-label="Figures of the shop">
      <SummaryTile
        label="Out of stock"
        value={data?.openOutOfStock ?? null}
        note={data && `${data.openLowStock} low, ${data.openMisplaced} misplaced`}
        formula="Slots in which no item of the product is to be seen, seen by several pictures in a row. Low: at most half of the facings are left. Misplaced: another product stands there."
        tone={data && data.openOutOfStock > 0 ? 'red' : 'plain'}
      />
      <SummaryTile
        label="Sales at risk"
        value={data ? formatMoney(data.lostSalesCentsPerHour) : null}
        note="per hour, at shelf prices"
        formula="Sum over open events: items sold a day ÷ trading hours a day × price. Products without a known sales rate count as 0."
        tone={data && data.lostSalesCentsPerHour > 0 ? 'amber' : 'plain'}
      />
      <SummaryTile
        label="On-shelf availability"
        value={data === undefined ? null : availability === null ? '–' : formatPercent(availability)}
        note={seen}
        formula={`${data?.onShelfAvailabilityFormula ?? 'Slots with the product ÷ slots observed now'}. Slots that no camera sees now are left out, hence the coverage next to it.`}
        tone={availability === null ? 'plain' : availability >= 0.95 ? 'green' : 'amber'}
      />
      <SummaryTile
        label="Cameras watching"
        value={data === undefined ? null : `${data.camerasTotal - data.camerasBlind} / ${data.camerasTotal}`}
        note={data?.camerasBlind === 0 ? 'all see their shelves' : `${data?.camerasBlind} blind now`}
        formula="Cameras without a fault ÷ all cameras. A dark, covered, blurred, frozen, moved or silent camera is blind: nothing opens or closes on its slots meanwhile."
        tone={data === undefined ? 'plain' : data.camerasBlind > 0 ? 'red' : 'green'}
      />
    </section>
  );
}
