/** What can be wrong with a camera's pictures. Nothing opens or closes on a slot while one of these holds. */
export const CAMERA_FAULTS = [
  'dark',
  'glare',
  'blurred',
  'covered',
  'frozen',
  'moved',
  'offline',
  'resolution',
] as const;
export type CameraFault = (typeof CAMERA_FAULTS)[number];
