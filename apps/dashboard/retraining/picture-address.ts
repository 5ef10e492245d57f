import { RETRAINING } from './client';

/** @param pictureUrl below retraining's address */
export const trainingPicture = (pictureUrl: string): string => `${RETRAINING}${pictureUrl}`;
export const samplePicture = (sampleId: string): string => `${RETRAINING}/v1/samples/${sampleId}/picture`;
