import type { LabelReason } from '../../retraining/types';

/** Why a crop waits for a person. */
export const LABEL_REASONS: Record<LabelReason, string> = {
  'rejected-event': 'Managers disagree',
  'disagrees-with-planogram': 'Other than planned',
  'unknown-product': 'Unknown product',
  'low-confidence': 'Unsure',
};
