import {
  IconArrowsExchange,
  IconCalendarPause,
  IconCameraOff,
  IconClipboardCheck,
  IconHelpHexagon,
  IconPackage,
  IconShoppingCartPlus,
  IconTruckDelivery,
  type Icon,
} from '@tabler/icons-react';
import type { Remedy } from '../../monitoring/types';

interface RemedyWords {
  /** What to do, short, as an instruction where there is something to do. */
  label: string;
  icon: Icon;
  /** `act`: somebody must do something now; `order`: goods must come; `wait`: nothing to do here. */
  weight: 'act' | 'order' | 'wait';
}

export const REMEDIES: Readonly<Record<Remedy, RemedyWords>> = {
  RESTOCK_FROM_BACKROOM: { label: 'Restock from back room', icon: IconPackage, weight: 'act' },
  MISPLACED: { label: 'Put in its place', icon: IconArrowsExchange, weight: 'act' },
  COUNT_REQUEST: { label: 'Count the stock', icon: IconClipboardCheck, weight: 'act' },
  UNKNOWN_PRODUCT: { label: 'Look: unknown product', icon: IconHelpHexagon, weight: 'act' },
  CAMERA_FAULT: { label: 'Check the camera', icon: IconCameraOff, weight: 'act' },
  REORDER: { label: 'Reorder', icon: IconShoppingCartPlus, weight: 'order' },
  ON_ORDER: { label: 'On order', icon: IconTruckDelivery, weight: 'wait' },
  EXPECTED_GAP: { label: 'Expected gap', icon: IconCalendarPause, weight: 'wait' },
};
