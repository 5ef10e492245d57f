import {
  IconAlertHexagon,
  IconBrain,
  IconBuildingWarehouse,
  IconChartBar,
  IconLayoutBoard,
  IconLayoutGrid,
  IconTruckDelivery,
  type Icon,
} from '@tabler/icons-react';
import type { Me } from '../monitoring/types';

export interface ConsolePage {
  href: '/now' | '/shelf' | '/reorders' | '/inventory' | '/planograms' | '/kpis' | '/models';
  label: string;
  icon: Icon;
  /** On a phone it is behind More: the bar at the thumb has room for five. */
  isBehindMore?: boolean;
  /** Roles that it is for; everybody when absent. */
  roles?: readonly Me['role'][];
}

/** The pages of the console, in the order of the navigation. */
export const PAGES: readonly ConsolePage[] = [
  { href: '/now', label: 'Now', icon: IconAlertHexagon },
  { href: '/shelf', label: 'Shelf', icon: IconLayoutGrid },
  { href: '/reorders', label: 'Reorders', icon: IconTruckDelivery },
  { href: '/inventory', label: 'Inventory', icon: IconBuildingWarehouse },
  { href: '/planograms', label: 'Planograms', icon: IconLayoutBoard, isBehindMore: true },
  { href: '/kpis', label: 'KPIs', icon: IconChartBar, isBehindMore: true },
  // Managers may label, and look at the rest.
  { href: '/models', label: 'Models', icon: IconBrain, isBehindMore: true, roles: ['admin', 'ml-engineer', 'manager'] },
];
