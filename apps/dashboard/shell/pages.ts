import {
  IconAlertHexagon,
  IconBrain,
  IconChartBar,
  IconLayoutGrid,
  IconTruckDelivery,
  type Icon,
} from '@tabler/icons-react';
import type { Me } from '../monitoring/types';

export interface ConsolePage {
  href: '/now' | '/shelf' | '/reorders' | '/kpis' | '/models';
  label: string;
  icon: Icon;
  /** Roles that it is for; everybody when absent. */
  roles?: readonly Me['role'][];
}

/** The pages of the console, in the order of the navigation. */
export const PAGES: readonly ConsolePage[] = [
  { href: '/now', label: 'Now', icon: IconAlertHexagon },
  { href: '/shelf', label: 'Shelf', icon: IconLayoutGrid },
  { href: '/reorders', label: 'Reorders', icon: IconTruckDelivery },
  { href: '/kpis', label: 'KPIs', icon: IconChartBar },
  // Managers may label, and look at the rest.
  { href: '/models', label: 'Models', icon: IconBrain, roles: ['admin', 'ml-engineer', 'manager'] },
];
