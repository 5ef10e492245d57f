import type { CameraFault } from './camera-health.js';

const ACTIONS: Readonly<Record<CameraFault, string>> = {
  dark: 'Switch the light on, or plan these hours as closed. Events continue by themselves when the shelf is lit.',
  glare: 'Keep direct light from the lens: close a blind, or turn the camera or the lamp.',
  blurred: 'Clean the lens and check its focus.',
  covered: 'Remove what stands or hangs in front of the camera.',
  frozen: 'Restart the camera or its agent: it sends the same picture again and again.',
  moved: 'Turn the camera back to where it was, or calibrate its view again: slots are no longer where the plan says.',
  offline: 'Check the power and network of the camera, and its agent.',
  resolution: 'Set the camera back to the picture size it was calibrated for, or calibrate its view again.',
};

/** What a person can do about a fault. */
export const recommendedAction = (fault: CameraFault): string => ACTIONS[fault];
