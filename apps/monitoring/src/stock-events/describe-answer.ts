import type { FloorAnswerBody } from '@shelfwatch/contracts';
import type { FloorAnswerEntity } from '@shelfwatch/persistence';

const NOTHING_SAID = { quantity: null, backroom: null, shelf: null, cause: null };

export const toAnswerBody = ({ details, actor, answeredAt }: FloorAnswerEntity): FloorAnswerBody => ({
  ...NOTHING_SAID,
  ...details,
  ...{ actor, at: answeredAt.toISOString() },
});
