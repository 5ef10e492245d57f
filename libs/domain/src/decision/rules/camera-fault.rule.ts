import { notTaken, type Rule } from '../rule.js';

export const cameraFaultRule: Rule = {
  remedy: 'CAMERA_FAULT',
  ask: ({ cameraFaults }) => {
    if (cameraFaults.length === 0) return notTaken('the camera sees the shelf well');
    return {
      taken: true,
      rule: 'camera-fault-open',
      reason: `The camera cannot be trusted now (${cameraFaults.join(', ')}): have it looked at first.`,
      inputs: { cameraFaults: cameraFaults.join(', ') },
    };
  },
};
