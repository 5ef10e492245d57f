/** Who says it, in every message of this service. */
export const SOURCE = '/monitoring';
