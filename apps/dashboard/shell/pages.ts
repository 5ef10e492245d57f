import { IconAlertHexagon, IconLayoutGrid, IconTruckDelivery, type Icon } from '@tabler/icons-react';

export interface ConsolePage {
  href: '/now' | '/shelf' | '/reorders';
  label: string;
  icon: Icon;
}

/** The pages of the console, in the order of the navigation. */
export const PAGES: readonly ConsolePage[] = [
  { href: '/now', label: 'Now', icon: IconAlertHexagon },
  { href: '/shelf', label: 'Shelf', icon: IconLayoutGrid },
  { href: '/reorders', label: 'Reorders', icon: IconTruckDelivery },
];
