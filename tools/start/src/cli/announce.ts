export interface Announcement {
  address: string;
  email: string;
  password: string;
  data: string;
  /** What the demonstration shows. */
  shop?: { name: string; cameras: number; slots: number };
  /** Where real cameras send their pictures, without the demonstration. */
  gateway?: string;
}

/** The last lines of a start: what a person needs to go on. */
export function announce({ address, email, password, data, shop, gateway }: Announcement): void {
  const lines = [
    '',
    `  Dashboard   ${address}`,
    `  Sign in     ${email}`,
    `  Password    ${password}`,
    `  Data        ${data}`,
    ...(shop === undefined
      ? []
      : [`  Shop        ${shop.name}: ${shop.cameras} simulated cameras watch ${shop.slots} slots`]),
    ...(gateway === undefined ? [] : [`  Cameras     ${gateway}/v1/cameras/{cameraId}/frames   (docs/cameras.md)`]),
    '',
    '  Ctrl-C stops everything.',
    '',
  ];
  console.log(lines.join('\n'));
}
